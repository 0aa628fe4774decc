//! Personas: who takes the journey.

use uuid::Uuid;

use super::{ItemId, PersonaId, Rank, SliceId, StepId, Title};

/// Somebody for whom the product is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// Its id.
    pub id: PersonaId,
    /// Its place among the personas.
    pub rank: Rank,
    /// Its name.
    pub name: Title,
    /// Who that is, in Markdown; may be empty.
    pub about: String,
}

/// One persona who takes one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepPersona {
    /// Its own id.
    pub id: Uuid,
    /// The step.
    pub step: StepId,
    /// The persona.
    pub persona: PersonaId,
}

/// One persona whom one slice serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlicePersona {
    /// Its own id.
    pub id: Uuid,
    /// The slice.
    pub slice: SliceId,
    /// The persona.
    pub persona: PersonaId,
}

/// One persona for whom one PBI is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemPersona {
    /// Its own id.
    pub id: Uuid,
    /// The PBI.
    pub item: ItemId,
    /// The persona.
    pub persona: PersonaId,
}
