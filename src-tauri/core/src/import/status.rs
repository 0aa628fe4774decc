//! Whether an issue is Done, by its resolution, the day it was resolved, and its status.
//!
//! In this order, the first that says something decides:
//! 1. A resolution other than “Unresolved” (or its translations): Done, except one that says that
//!    nothing was delivered (“Won't do”, “Duplicate”): not Done, and reported, because a map that
//!    counts it would claim an outcome that nobody has.
//! 2. A status that says that nothing was delivered (“Cancelled”): the same.
//! 3. A day on which it was resolved: Done.
//! 4. A status of the word list; then the status category, which Jira derives from the board.
//! 5. Any other status is not Done, and reported.

use super::words::fold;

/// What an issue says of its state.
#[derive(Debug, Default)]
pub(super) struct State<'a> {
    /// Its resolution.
    pub resolution: &'a str,
    /// The day on which it was resolved, as it is written.
    pub resolved: &'a str,
    /// Its status.
    pub status: &'a str,
    /// Its status category.
    pub category: &'a str,
}

/// Which column decided against what one might think.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// The resolution.
    Resolution,
    /// The status.
    Status,
}

/// Whether an issue is Done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is.
    Done,
    /// It is not.
    Open,
    /// It was closed without being delivered.
    Undelivered(Says),
    /// Its status is none of the words that are known.
    Unknown,
}

impl State<'_> {
    /// See the module's rules.
    pub fn judge(&self) -> Verdict {
        let resolution = fold(self.resolution);
        if !resolution.is_empty() && !UNRESOLVED.contains(&resolution.as_str()) {
            return match UNDELIVERED.contains(&resolution.as_str()) {
                true => Verdict::Undelivered(Says::Resolution),
                false => Verdict::Done,
            };
        }
        let status = fold(self.status);
        if UNDELIVERED.contains(&status.as_str()) {
            return Verdict::Undelivered(Says::Status);
        }
        if !self.resolved.is_empty() {
            return Verdict::Done;
        }
        let by_words = |words: &str| match words {
            words if DONE.contains(&words) => Some(Verdict::Done),
            words if is_open(words) => Some(Verdict::Open),
            _ => None,
        };
        match by_words(&status).or_else(|| by_words(&fold(self.category))) {
            Some(verdict) => verdict,
            None if status.is_empty() => Verdict::Open,
            None => Verdict::Unknown,
        }
    }
}

fn is_open(status: &str) -> bool {
    !status.is_empty()
        && (OPEN.contains(&status) || OPEN_BEGINS.iter().any(|begin| status.starts_with(begin)))
}

/// What stands in the resolution of an issue that has none.
#[rustfmt::skip]
const UNRESOLVED: &[&str] = &[
    "unresolved", "none", "open", "null", "n a", "to do",
    "sin resolver", "por resolver", "no resuelto", "no resuelta", "ninguna",
    "non resolu", "non resolue", "aucune",
    "nao resolvido", "nao resolvida", "por resolver", "nenhuma",
    "nicht erledigt", "ungelost", "keine",
    "onopgelost", "niet opgelost", "geen",
    "non risolto", "non risolta", "irrisolto", "nessuna",
];

/// Done, in English, Spanish, French, Portuguese, German, Dutch and Italian.
#[rustfmt::skip]
const DONE: &[&str] = &[
    "done", "closed", "resolved", "fixed", "complete", "completed", "finished", "released", "shipped",
    "delivered", "deployed", "live", "in production", "accepted", "done done", "implemented",
    "hecho", "hecha", "listo", "lista", "finalizado", "finalizada", "cerrado", "cerrada", "terminado",
    "terminada", "completado", "completada", "completo", "completa", "resuelto", "resuelta",
    "entregado", "entregada", "publicado", "publicada", "desplegado", "en produccion",
    "termine", "terminee", "termine e", "termines", "resolu e", "ferme e", "fini", "finie", "ferme", "fermee", "resolu", "resolue", "clos",
    "close", "cloture", "cloturee", "livre", "livree", "fait", "faite", "publie", "publiee", "acheve",
    "en production",
    "concluido", "concluida", "feito", "feita", "fechado", "fechada", "resolvido", "resolvida",
    "entregue", "itens concluidos", "em producao",
    "fertig", "erledigt", "geschlossen", "abgeschlossen", "gelost", "behoben", "ausgeliefert",
    "veroffentlicht", "beendet", "in produktion",
    "gereed", "klaar", "afgerond", "voltooid", "gesloten", "opgelost", "opgeleverd", "afgesloten",
    "in productie",
    "completato", "completata", "chiuso", "chiusa", "fatto", "fatta", "finito", "terminato",
    "terminata", "risolto", "risolta", "rilasciato", "rilasciata", "concluso", "conclusa",
    "in produzione",
];

/// Closed without being delivered.
#[rustfmt::skip]
const UNDELIVERED: &[&str] = &[
    "won t do", "won t fix", "wont do", "wont fix", "will not do", "will not fix", "rejected",
    "declined", "cancelled", "canceled", "duplicate", "duplicated", "invalid", "cannot reproduce",
    "can t reproduce", "not reproducible", "incomplete", "abandoned", "obsolete", "withdrawn",
    "not a bug", "works as designed", "no longer needed", "not needed", "discarded", "dropped",
    "not doing", "out of scope", "won t be done",
    "cancelado", "cancelada", "rechazado", "rechazada", "duplicado", "duplicada", "descartado",
    "descartada", "no se hara", "no se va a hacer", "no corregir", "no se corregira", "anulado",
    "anulada", "no reproducible", "no se puede reproducir", "obsoleto", "obsoleta",
    "annule", "annulee", "annule e", "rejete e", "rejete", "rejetee", "doublon", "abandonne", "abandonnee", "refuse",
    "refusee", "ne sera pas fait", "ne sera pas corrige", "ne pas faire", "impossible a reproduire",
    "invalide", "obsolete",
    "rejeitado", "rejeitada", "recusado", "recusada", "nao sera feito", "nao sera corrigido",
    "nao e possivel reproduzir",
    "abgelehnt", "abgebrochen", "verworfen", "duplikat", "wird nicht erledigt", "wird nicht behoben",
    "wird nicht gemacht", "ungultig", "storniert", "nicht reproduzierbar", "hinfallig",
    "geannuleerd", "afgewezen", "dubbel", "duplicaat", "wordt niet gedaan", "wordt niet opgelost",
    "vervallen", "niet reproduceerbaar",
    "annullato", "annullata", "rifiutato", "rifiutata", "duplicato", "duplicata", "respinto",
    "respinta", "non verra fatto", "non verra corretto", "scartato", "scartata", "non riproducibile",
];

/// Known, and not Done.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "todo", "open", "reopened", "new", "backlog", "doing", "draft", "proposed", "planned", "approved",
    "committed", "active", "started", "blocked", "on hold", "review", "code review", "peer review",
    "testing", "test", "qa", "uat", "triage", "icebox", "next", "unstarted", "selected for development",
    "refinement", "analysis", "design", "development", "work in progress", "wip", "paused", "impeded",
    "idea", "discovery", "estimated", "groomed", "refined", "under review", "validation",
    "tareas por hacer", "por hacer", "pendiente", "abierto", "abierta", "reabierto", "reabierta",
    "nuevo", "nueva", "bloqueado", "bloqueada", "seleccionado para desarrollo",
    "ouvert", "ouverte", "reouvert", "reouverte", "nouveau", "nouvelle", "bloque", "bloquee",
    "pendente", "aberto", "aberta", "reaberto", "reaberta", "novo", "nova", "bloqueada", "itens pendentes",
    "offen", "neu", "erneut geoffnet", "blockiert", "geplant", "ausgewahlt fur entwicklung",
    "bezig", "mee bezig", "nieuw", "geblokkeerd", "heropend", "gepland",
    "aperto", "aperta", "riaperto", "riaperta", "nuovo", "nuova", "bloccato", "bloccata", "sospeso",
];

/// Beginnings of words for work that is under way, waiting or to come.
#[rustfmt::skip]
const OPEN_BEGINS: &[&str] = &[
    "to ", "in ", "ready", "waiting", "awaiting", "pending", "under ",
    "en ", "por ", "pendiente ", "listo para ", "lista para ", "esperando",
    "a faire", "a fazer", "a tester", "a valider", "pret pour", "prete pour",
    "em ", "pronto para", "pronta para", "aguardando",
    "zu ", "bereit", "wartet", "warten",
    "te ", "klaar voor", "wacht",
    "da ", "pronto per", "pronta per",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(resolution: &str, resolved: &str, status: &str, category: &str) -> Verdict {
        State { resolution, resolved, status, category }.judge()
    }

    #[test]
    fn a_resolution_or_a_day_of_it_is_done_whatever_the_status_says() {
        assert_eq!(judge("Done", "", "Deploy", "In Progress"), Verdict::Done);
        assert_eq!(judge("Corregido", "", "", ""), Verdict::Done);
        assert_eq!(judge("", "04/Jul/23", "Odd", ""), Verdict::Done);
    }

    #[test]
    fn unresolved_in_any_language_is_no_resolution() {
        for word in ["Unresolved", "Sin resolver", "Por resolver", "Non résolu", "Nicht erledigt"]
        {
            assert_eq!(judge(word, "", "In Progress", ""), Verdict::Open, "{word}");
            assert_eq!(judge(word, "", "Done", ""), Verdict::Done, "{word}");
        }
    }

    #[test]
    fn what_was_closed_without_being_delivered_is_not_done() {
        assert_eq!(
            judge("Won't Do", "04/Jul/23", "Done", "Done"),
            Verdict::Undelivered(Says::Resolution)
        );
        assert_eq!(judge("Doublon", "", "Terminé", ""), Verdict::Undelivered(Says::Resolution));
        assert_eq!(judge("", "04/Jul/23", "Cancelado", ""), Verdict::Undelivered(Says::Status));
    }

    #[test]
    fn statuses_are_known_in_seven_languages() {
        for word in [
            "Done",
            "CLOSED",
            "Finalizada",
            "Terminé(e)",
            "Concluído",
            "Erledigt",
            "Gereed",
            "Completato",
        ] {
            assert_eq!(judge("", "", word, ""), Verdict::Done, "{word}");
        }
        for word in [
            "To Do",
            "In Review",
            "Ready for QA",
            "Tareas por hacer",
            "En curso",
            "À faire",
            "A fazer",
            "Em andamento",
            "Zu erledigen",
            "In Arbeit",
            "Te doen",
            "Da fare",
            "In corso",
            "Backlog",
        ] {
            assert_eq!(judge("", "", word, ""), Verdict::Open, "{word}");
        }
    }

    #[test]
    fn a_status_that_nobody_knows_goes_by_its_category_else_it_is_unknown() {
        assert_eq!(judge("", "", "Research/Analysis", "To Do"), Verdict::Open);
        assert_eq!(judge("", "", "Ausgerollt", "Fertig"), Verdict::Done);
        assert_eq!(judge("", "", "Deploy", ""), Verdict::Unknown);
        assert_eq!(judge("", "", "", ""), Verdict::Open);
    }
}
