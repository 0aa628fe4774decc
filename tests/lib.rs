//! Shared ground of the whole-program tests.
