//! Which column is which, by its heading: Jira's headings in seven languages, old (`Issue …`) and new
//! (`Work …`), and the plain words of other tables.
//!
//! Case, accents and punctuation do not count. `Custom field (X)`, in any of the languages, is X, but
//! only for fields that Jira keeps as custom fields: a custom field called “Status” is not the status.
//! A heading of Jira's own counts before a plain word: where there is a `Summary`, `Name` is not the
//! title.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::words::fold;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Holds {
    /// The title.
    Title,
    /// The key, such as `COR-12`.
    Key,
    /// The number that parents are named by.
    Id,
    /// What kind of issue it is.
    Type,
    /// Its state, in the source's own words.
    Status,
    /// The state in one of three words.
    StatusCategory,
    /// How it was closed.
    Resolution,
    /// When it was closed.
    Resolved,
    /// When it was made.
    Created,
    /// When it was last changed.
    Updated,
    /// The release it is meant for.
    FixVersion,
    /// The Sprint.
    Sprint,
    /// The description.
    Description,
    /// The parent's number or key.
    Parent,
    /// The parent's key.
    ParentKey,
    /// The parent's title.
    ParentSummary,
    /// The epic's key, or its name.
    EpicLink,
    /// An epic's short name.
    EpicName,
    /// Words on it.
    Labels,
    /// Parts of the product that it touches.
    Component,
    /// Points.
    Estimate,
    /// Jira's order of the backlog.
    Rank,
    /// Its address.
    Url,
    /// When the person who exported looked at it last: of no interest to a map.
    LastViewed,
}

impl Holds {
    /// Whether several columns of a table may hold it together.
    fn may_be_several(self) -> bool {
        matches!(self, Self::FixVersion | Self::Sprint | Self::Labels | Self::Component)
    }
}

/// The headings of one column.
struct Names {
    column: Holds,
    /// Whether Jira keeps it as a custom field.
    custom: bool,
    /// Jira's own headings, folded.
    jira: &'static [&'static str],
    /// Plain words of other tables, folded, the likeliest first.
    plain: &'static [&'static str],
}

/// How `Custom field (X)` begins, folded.
const CUSTOM: [&str; 12] = [
    "custom field",
    "campo personalizado",
    "campos personalizados",
    "champs personnalises",
    "champ personnalise",
    "benutzerdefinierte felder",
    "benutzerdefiniertes feld",
    "benutzerdefiniertes feld",
    "aangepast veld",
    "aangepaste velden",
    "campo personalizzato",
    "campi personalizzati",
];

#[rustfmt::skip]
const NAMES: &[Names] = &[
    Names { column: Holds::Title, custom: false,
        jira: &["summary", "resumen", "resume", "resumo", "zusammenfassung", "samenvatting", "riepilogo"],
        plain: &["title", "titre", "titulo", "titel", "titolo", "name", "story name", "story title", "user story",
            "story", "backlog item", "product backlog item", "pbi", "work item", "workitem", "item", "issue",
            "task name", "task", "feature", "subject", "nombre", "nom", "nome", "naam", "historia de usuario",
            "historia", "histoire", "asunto", "sujet", "assunto", "betreff", "onderwerp", "oggetto", "tarea",
            "tache", "tarefa", "aufgabe", "taak", "ticket"] },
    Names { column: Holds::Key, custom: false,
        jira: &["issue key", "work item key", "work key", "clave de incidencia", "clave de la incidencia",
            "clave de actividad", "clave del elemento", "clave de la actividad", "cle de ticket", "cle du ticket",
            "cle de demande", "chave da item", "chave do item", "chave do ticket", "chave da ticket",
            "chave da incidencia", "vorgangsschlussel", "vorgangschlussel", "schlussel des vorgangs", "issuecode",
            "issue code", "issuesleutel", "issue sleutel", "itemsleutel", "chiave ticket", "chiave del ticket",
            "chiave segnalazione", "chiave issue", "chiave elemento", "chiave di ticket"],
        plain: &["key", "clave", "cle", "chave", "schlussel", "sleutel", "chiave", "identifier", "issue number",
            "story id", "item id", "ticket id", "id", "ref", "reference", "nr", "no", "number"] },
    Names { column: Holds::Id, custom: false,
        jira: &["issue id", "work item id", "work id", "id de la incidencia", "id de incidencia", "id de actividad",
            "id de la actividad", "id del elemento", "id de ticket", "id du ticket", "id da item", "id do item",
            "id do ticket", "id da incidencia", "vorgangs id", "vorgangsid", "id van issue", "id ticket", "id del ticket", "id segnalazione", "id di ticket", "id elemento"],
        plain: &[] },
    Names { column: Holds::Type, custom: false,
        jira: &["issue type", "work type", "work item type", "tipo de incidencia", "tipo de actividad",
            "tipo de elemento", "type de ticket", "type de demande", "tipo de item", "tipo do item", "tipo de ticket",
            "tipo de problema", "vorgangstyp", "typ des vorgangs", "issuetype", "itemtype", "tipo di ticket",
            "tipo ticket", "tipo di segnalazione", "tipo segnalazione", "tipo di elemento"],
        plain: &["type", "tipo", "typ", "kind", "tracker"] },
    Names { column: Holds::Status, custom: false,
        jira: &["status", "estado", "etat", "statut", "stato"],
        plain: &["state", "situacao", "toestand"] },
    Names { column: Holds::StatusCategory, custom: false,
        jira: &["status category", "categoria de estado", "categoria del estado", "categorie d etat",
            "categorie d etats", "categorie de statut", "categoria do status", "categoria de status",
            "categoria do estado", "statuskategorie", "statuscategorie", "categoria di stato", "categoria stato"],
        plain: &[] },
    Names { column: Holds::Resolution, custom: false,
        jira: &["resolution", "resolucion", "resolucao", "losung", "oplossing", "risoluzione"],
        plain: &[] },
    Names { column: Holds::Resolved, custom: false,
        jira: &["resolved", "resolution date", "resuelta", "resuelto", "fecha de resolucion", "resolu", "resolue",
            "date de resolution", "resolvido", "resolvida", "data de resolucao", "erledigt", "gelost", "losungsdatum",
            "opgelost", "risolto", "risolta", "data di risoluzione"],
        plain: &["completed", "completed at", "done on", "date done", "date finished", "finished", "closed at",
            "closed date"] },
    Names { column: Holds::Created, custom: false,
        jira: &["created", "creada", "creado", "creation", "cree", "creee", "criado", "criada", "erstellt", "gemaakt",
            "aangemaakt", "creato", "creata", "creazione"],
        plain: &["created at", "created date", "date created"] },
    Names { column: Holds::Updated, custom: false,
        jira: &["updated", "actualizada", "actualizado", "mise a jour", "mis a jour", "atualizado", "atualizada",
            "atualizado a", "aktualisiert", "bijgewerkt", "aggiornato", "aggiornata", "aggiornamento"],
        plain: &["updated at", "changed date", "last modified"] },
    Names { column: Holds::FixVersion, custom: false,
        jira: &["fix version s", "fix versions", "fix version", "versiones arregladas", "version arreglada",
            "versiones corregidas", "version corregida", "version es corregida s", "versiones de correccion",
            "version de correccion", "corregir versiones", "corregir version", "versiones fijas", "version s corrigee s",
            "versions corrigees", "version corrigee", "corrigir versoes", "versoes corrigidas", "versao corrigida",
            "versoes de correcao", "versao de correcao", "versao oes corrigida s", "losungsversion en",
            "losungsversionen", "losungsversion", "oplossingsversie s", "oplossingsversies", "oplossingsversie",
            "herstelversie s", "herstelversies", "herstelde versies", "versione i corretta e", "versioni corrette",
            "versione corretta", "versioni di correzione", "versione di correzione", "correggi versioni"],
        plain: &["release", "releases", "target release", "target version", "version", "milestone", "project milestone",
            "slice", "lanzamiento", "livraison", "lancamento"] },
    Names { column: Holds::Sprint, custom: true,
        jira: &["sprint", "sprints"],
        plain: &["iteration", "iteration number", "iteration path", "cycle name", "cycle"] },
    Names { column: Holds::Description, custom: false,
        jira: &["description", "descripcion", "descricao", "beschreibung", "beschrijving", "descrizione"],
        plain: &["notes", "details", "body", "notas", "notizen", "notities", "note"] },
    Names { column: Holds::Parent, custom: true,
        jira: &["parent", "parent id", "parent issue", "parent link", "principal", "padre", "elemento principal",
            "tarea principal", "id principal", "ticket parent", "id parent", "id du parent", "pai", "item pai",
            "id do pai", "id pai", "primario", "ubergeordnet", "ubergeordnetes element", "ubergeordneter vorgang",
            "ubergeordnete id", "bovenliggend", "bovenliggend item", "bovenliggende", "hoofditem", "hoofdissue",
            "principale", "elemento principale", "ticket principale", "id principale"],
        plain: &["part of", "belongs to", "epic", "epica", "epico"] },
    Names { column: Holds::ParentKey, custom: false,
        jira: &["parent key", "parent issue key", "clave principal", "clave del principal", "clave padre",
            "cle parente", "cle parent", "cle du parent", "chave pai", "chave do pai", "chave principal",
            "ubergeordneter schlussel", "schlussel des ubergeordneten elements", "bovenliggende sleutel",
            "sleutel van bovenliggend item", "chiave principale", "chiave padre"],
        plain: &[] },
    Names { column: Holds::ParentSummary, custom: false,
        jira: &["parent summary", "resumen principal", "resumen del principal", "resumen padre", "resume parent",
            "resume du parent", "resumo pai", "resumo do pai", "resumo principal", "ubergeordnete zusammenfassung",
            "zusammenfassung des ubergeordneten elements", "bovenliggende samenvatting", "riepilogo principale",
            "riepilogo padre"],
        plain: &["parent title", "parent name"] },
    Names { column: Holds::EpicLink, custom: true,
        jira: &["epic link", "epic key", "enlace de epica", "enlace a la epica", "enlace epico", "lien d epopee",
            "lien d epic", "lien epic", "link da epica", "link do epico", "vinculo do epico", "epic verknupfung",
            "epiclink", "epic koppeling", "link epic", "collegamento epic", "collegamento epico"],
        plain: &[] },
    Names { column: Holds::EpicName, custom: true,
        jira: &["epic name", "nombre de la epica", "nombre de epica", "nom de l epopee", "nom de l epic",
            "nome da epica", "nome do epico", "epic name", "epos name", "naam van epic", "epicnaam", "nome epic",
            "nome dell epic"],
        plain: &[] },
    Names { column: Holds::Labels, custom: false,
        jira: &["labels", "label", "etiquetas", "etiquettes", "categorias", "rotulos", "stichworter", "etichette"],
        plain: &["tags", "tag"] },
    Names { column: Holds::Component, custom: false,
        jira: &["component s", "components", "component", "componente s", "componentes", "composant s", "composants",
            "komponente n", "komponenten", "component en", "componenten", "componente i", "componenti"],
        plain: &[] },
    Names { column: Holds::Estimate, custom: true,
        jira: &["story points", "story point estimate", "puntos de historia", "estimacion de puntos de historia",
            "estimacion de puntos", "points de story", "points d histoire", "points de recit",
            "estimation de points de story", "estimation du story point", "estimation en points", "pontos de historia",
            "pontos da historia", "estimativa de pontos de historia", "estimativa de story points", "storypoints",
            "story punkte", "story point schatzung", "schatzung der story points", "story punten", "verhaalpunten",
            "story point schatting", "schatting van storypoints", "punti storia", "punti della storia",
            "stima punti storia", "stima dei punti della storia", "stima story point", "story point"],
        plain: &["points", "estimate", "estimation", "effort", "puntos", "pontos", "punkte", "punten", "punti"] },
    Names { column: Holds::Rank, custom: true,
        jira: &["rank", "rango", "rang", "classificacao", "rangliste", "classificazione"],
        plain: &[] },
    Names { column: Holds::Url, custom: false,
        jira: &[],
        plain: &["url", "link"] },
    Names { column: Holds::LastViewed, custom: false,
        jira: &["last viewed", "vista por ultima vez", "ultima visualizacion", "dernier affichage",
            "derniere consultation", "visualizado pela ultima vez", "ultima visualizacao", "ultimo acesso",
            "zuletzt angesehen", "zuletzt angezeigt", "laatst bekeken", "laatst weergegeven", "ultima visualizzazione",
            "visualizzato per l ultima volta"],
        plain: &[] },
];

/// The columns of one table.
#[derive(Debug)]
pub(super) struct Columns {
    found: Vec<(Holds, Vec<usize>)>,
    /// Whether the table is Jira's own, by headings that nobody else writes.
    pub of_jira: bool,
}

impl Columns {
    /// Finds the columns by their headings.
    pub fn find(headings: &[String]) -> Self {
        let read: Vec<_> = headings.iter().map(|heading| Heading::read(heading)).collect();
        let with = |names: &Names, words: &str| -> Vec<usize> {
            (0..read.len()).filter(|at| read.get(*at).is_some_and(|h| h.is(names, words))).collect()
        };
        let mut found = Vec::new();
        for names in NAMES {
            let mut columns: Vec<usize> =
                names.jira.iter().flat_map(|words| with(names, words)).collect();
            if names.column == Holds::FixVersion && columns.is_empty() {
                columns = (0..read.len())
                    .filter(|at| read.get(*at).is_some_and(Heading::is_fix))
                    .collect();
            }
            if columns.is_empty() {
                // The likeliest plain word alone: a table with `Title` and `Name` has its title in one.
                columns = names
                    .plain
                    .iter()
                    .map(|words| with(names, words))
                    .find(|columns| !columns.is_empty())
                    .unwrap_or_default();
            }
            // Left to right: of several Sprints the last is the current one.
            columns.sort_unstable();
            columns.dedup();
            if !columns.is_empty() {
                found.push((names.column, columns));
            }
        }
        let jira_alone = |column| {
            NAMES
                .iter()
                .find(|names| names.column == column)
                .is_some_and(|names| names.jira.iter().any(|words| !with(names, words).is_empty()))
        };
        let of_jira =
            [Holds::Key, Holds::Id, Holds::Type, Holds::ParentKey].into_iter().any(jira_alone)
                || read.iter().any(|heading| heading.custom);
        Self { found, of_jira }
    }

    /// Takes a column for something else than its heading says; `None`: for nothing.
    pub fn take_as(&mut self, at: usize, holds: Option<Holds>) {
        for (_, columns) in &mut self.found {
            columns.retain(|column| *column != at);
        }
        let Some(holds) = holds else { return };
        if !self.found.iter().any(|(found, _)| *found == holds) {
            self.found.push((holds, Vec::new()));
        }
        for (_, columns) in self.found.iter_mut().filter(|(found, _)| *found == holds) {
            if !holds.may_be_several() {
                columns.clear();
            }
            columns.push(at);
            columns.sort_unstable();
        }
    }

    /// What a column holds; `None`: nothing for the map.
    pub fn at(&self, at: usize) -> Option<Holds> {
        let holds = |(_, columns): &&(Holds, Vec<usize>)| columns.contains(&at);
        self.found.iter().find(holds).map(|(column, _)| *column)
    }

    /// The columns that hold something, from the left; empty if there is none.
    pub fn of(&self, column: Holds) -> &[usize] {
        self.found
            .iter()
            .find(|(found, _)| *found == column)
            .map(|(_, columns)| columns.as_slice())
            .unwrap_or_default()
    }

    /// Whether there is such a column.
    pub fn has(&self, column: Holds) -> bool {
        !self.of(column).is_empty()
    }
}

/// A heading as it is compared.
struct Heading {
    words: String,
    custom: bool,
}

impl Heading {
    fn read(heading: &str) -> Self {
        if let Some((begin, rest)) = heading.split_once('(')
            && CUSTOM.contains(&fold(begin).as_str())
        {
            return Self { words: fold(rest), custom: true };
        }
        Self { words: fold(heading), custom: false }
    }

    fn is(&self, names: &Names, words: &str) -> bool {
        self.words == words && (names.custom || !self.custom)
    }

    /// Fix versions in words that are not listed: a version that is corrected, in any of the languages.
    fn is_fix(&self) -> bool {
        const STEMS: [&str; 10] = [
            "fix", "corr", "arregl", "losung", "behoben", "oploss", "herstel", "soluc", "resol",
            "korr",
        ];
        !self.custom
            && self.words.contains("vers")
            && STEMS.iter().any(|stem| self.words.contains(stem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(headings: &[&str]) -> Columns {
        Columns::find(&headings.iter().map(|heading| (*heading).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn jiras_headings_are_known_in_seven_languages() {
        for headings in [
            [
                "Issue key",
                "Summary",
                "Issue Type",
                "Fix Version/s",
                "Custom field (Story Points)",
                "Parent key",
            ],
            [
                "Work item key",
                "Summary",
                "Work type",
                "Fix versions",
                "Story point estimate",
                "Parent",
            ],
            [
                "Clave de incidencia",
                "Resumen",
                "Tipo de Incidencia",
                "Versiones corregidas",
                "Campo personalizado (Story point estimate)",
                "Clave principal",
            ],
            [
                "Clé de ticket",
                "Résumé",
                "Type de ticket",
                "Version(s) corrigée(s)",
                "Champs personnalisés (Story Points)",
                "Parent",
            ],
            [
                "Chave da item",
                "Resumo",
                "Tipo de item",
                "Versões corrigidas",
                "Campo personalizado (Story Points)",
                "Pai",
            ],
            [
                "Vorgangsschlüssel",
                "Zusammenfassung",
                "Vorgangstyp",
                "Lösungsversion(en)",
                "Benutzerdefiniertes Feld (Story Points)",
                "Übergeordnet",
            ],
            [
                "Issuecode",
                "Samenvatting",
                "Issuetype",
                "Oplossingsversie(s)",
                "Aangepast veld (Story Points)",
                "Bovenliggend",
            ],
            [
                "Chiave ticket",
                "Riepilogo",
                "Tipo di ticket",
                "Versioni corrette",
                "Campo personalizzato (Story Points)",
                "Principale",
            ],
        ] {
            let columns = columns(&headings);
            for (at, column) in
                [Holds::Key, Holds::Title, Holds::Type, Holds::FixVersion, Holds::Estimate]
                    .into_iter()
                    .enumerate()
            {
                assert_eq!(columns.of(column), [at], "{column:?} in {headings:?}");
            }
            assert!(columns.has(Holds::Parent) || columns.has(Holds::ParentKey), "{headings:?}");
            assert!(columns.of_jira, "{headings:?}");
        }
    }

    #[test]
    fn repeated_headings_are_all_found_from_the_left() {
        let columns =
            columns(&["Sprint", "Labels", "", "Sprint", "Labels", "Custom field (Sprint)"]);
        assert_eq!(columns.of(Holds::Sprint), [0, 3, 5]);
        assert_eq!(columns.of(Holds::Labels), [1, 4]);
    }

    #[test]
    fn a_custom_field_is_not_one_of_jiras_own_fields() {
        let columns = columns(&["Summary", "Custom field (Status)", "Custom field (Description)"]);
        assert!(!columns.has(Holds::Status) && !columns.has(Holds::Description));
        assert_eq!(columns.of(Holds::Title), [0]);
    }

    #[test]
    fn plain_words_count_where_jiras_are_missing_the_likeliest_alone() {
        let plain = columns(&["ID", "Name", "Title", "State", "Tags", "Milestone", "Points"]);
        assert_eq!(plain.of(Holds::Title), [2]);
        assert_eq!(plain.of(Holds::Key), [0]);
        assert_eq!(plain.of(Holds::FixVersion), [5]);
        assert!(!plain.of_jira);
        assert_eq!(columns(&["Name", "Summary"]).of(Holds::Title), [1]);
    }

    #[test]
    fn fix_versions_are_found_in_words_that_are_not_listed_and_affected_ones_are_not() {
        let columns = columns(&["Summary", "Version de résolution", "Affects Version/s"]);
        assert_eq!(columns.of(Holds::FixVersion), [1]);
    }
}
