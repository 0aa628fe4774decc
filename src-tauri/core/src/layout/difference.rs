//! The difference of two scenes: all that leaves for a window after a change.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use specta::Type;

use super::scene::{
    Backbone, BandScene, CardId, Cards, Face, ListKey, PersonaDisc, Rest, Scene, Totals,
};
use crate::board::Band;

/// A scene, or what became different in it.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum SceneUpdate {
    /// A whole scene.
    Whole {
        /// It.
        scene: Box<Scene>,
    },
    /// What became different; what is `None` or not named stayed.
    Patch {
        /// The backbone.
        backbone: Option<Box<Backbone>>,
        /// The personas.
        personas: Option<Vec<PersonaDisc>>,
        /// The bands from above, if they are not those that were there before; bands that it does
        /// not name are gone.
        order: Option<Vec<Band>>,
        /// Bands (without their cards) that are new or different.
        bands: Vec<BandScene>,
        /// Lists that are different. A list that has no cards left is gone.
        lists: Vec<ListPatch>,
        /// Faces that are new or different, by card.
        faces: BTreeMap<CardId, Face>,
        /// Cards that are in no list any more.
        gone: Vec<CardId>,
        /// Counts.
        totals: Totals,
    },
}

/// One list's difference: at index `at`, `removed` cards go and `added` come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ListPatch {
    /// Which list.
    pub key: ListKey,
    /// Where.
    pub at: u32,
    /// How many go.
    pub removed: u32,
    /// Which come.
    pub added: Vec<CardId>,
    /// What is behind the cards now; `None`: these are all.
    pub rest: Option<Rest>,
}

/// What makes `new` out of `old`. Another view is another scene: whole.
#[must_use]
pub fn difference(old: &Scene, new: &Scene) -> SceneUpdate {
    if old.view != new.view || old.metrics != new.metrics {
        return SceneUpdate::Whole { scene: Box::new(new.clone()) };
    }
    let before: HashMap<Band, &BandScene> =
        old.bands.iter().map(|band| (band.band, band)).collect();
    let order = |scene: &Scene| scene.bands.iter().map(|band| band.band).collect::<Vec<_>>();
    let mut gone: Vec<CardId> =
        old.faces.keys().filter(|card| !new.faces.contains_key(card)).copied().collect();
    gone.sort_unstable();
    SceneUpdate::Patch {
        backbone: (old.backbone != new.backbone).then(|| Box::new(new.backbone.clone())),
        personas: (old.personas != new.personas).then(|| new.personas.clone()),
        order: (order(old) != order(new)).then(|| order(new)),
        bands: new
            .bands
            .iter()
            .filter(|band| before.get(&band.band) != Some(band))
            .cloned()
            .collect(),
        lists: list_patches(&old.lists, &new.lists),
        faces: new
            .faces
            .iter()
            .filter(|(card, face)| old.faces.get(card) != Some(face))
            .map(|(card, face)| (*card, face.clone()))
            .collect(),
        gone,
        totals: new.totals,
    }
}

type Lists = BTreeMap<ListKey, Cards>;

fn list_patches(old: &Lists, new: &Lists) -> Vec<ListPatch> {
    let none = Cards::default();
    let emptied = old.keys().filter(|key| !new.contains_key(key)).map(|key| (key, &none));
    emptied
        .chain(new)
        .filter_map(|(key, cards)| {
            let before = old.get(key).unwrap_or(&none);
            (before != cards).then(|| list_patch(*key, before, cards))
        })
        .collect()
}

/// What is equal at both ends stays; the stretch between is replaced.
fn list_patch(key: ListKey, before: &Cards, after: &Cards) -> ListPatch {
    let (old, new) = (&before.shown, &after.shown);
    let at = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let kept = old[at..]
        .iter()
        .rev()
        .zip(new[at..].iter().rev())
        .take_while(|(old, new)| old == new)
        .count();
    ListPatch {
        key,
        at: u32::try_from(at).unwrap_or(u32::MAX),
        removed: super::scene::count(&old[at..old.len() - kept]),
        added: new[at..new.len() - kept].to_vec(),
        rest: after.rest,
    }
}

#[cfg(test)]
mod tests;
