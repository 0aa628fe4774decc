//! Accessibility as axe-core sees it: its rules, and its reading of roles and names.

use serde_json::{Value, json};

use super::driver::element_id;
use super::{Element, Result, Window};

impl<'desk> Window<'desk> {
    /// What axe finds wrong in the whole window: rule, what it asks for, and the first place.
    ///
    /// What is dimmed is not held to the contrast of text: that it stands back is what it says, and one
    /// key brings it out again.
    pub fn axe(&self) -> Result<Vec<String>> {
        self.bring_axe()?;
        let found = self.script_async(
            "const done = arguments[arguments.length - 1];
             axe.run(document).then(
               (result) => done(result.violations.flatMap(({ id, help, nodes }) => {
                 const dimmed = ({ target }) => document.querySelector(target[0])?.closest('.dim');
                 const seen = nodes.filter((node) => id !== 'color-contrast' || !dimmed(node));
                 return seen.length > 0 ? [`${id}: ${help}: ${seen[0].html}`] : [];
               })),
               (error) => done([String(error)]),
             );",
        )?;
        Ok(serde_json::from_value(found)?)
    }

    /// The first element with this role and accessible name; waits until there is one.
    ///
    /// Role and name are computed as a screen reader would, so a test that finds it has also shown
    /// that it can be found without eyes.
    pub fn by_role(&'desk self, role: &str, name: &str) -> Result<Element<'desk>> {
        self.wait_for(&format!("{role} “{name}”"), |window| {
            Ok(window.all_by_role(role, name)?.pop())
        })
    }

    /// All elements with this role and accessible name, the last one first; may be none.
    pub fn all_by_role(&'desk self, role: &str, name: &str) -> Result<Vec<Element<'desk>>> {
        self.bring_axe()?;
        let found = self.script(
            "const [role, name] = arguments;
             axe.setup(document.documentElement);
             try {
               return [...document.querySelectorAll('*')].filter((element) =>
                 axe.commons.aria.getRole(element) === role &&
                 axe.commons.text.accessibleText(element) === name).reverse();
             } finally {
               axe.teardown();
             }",
            &[json!(role), json!(name)],
        )?;
        let ids = found.as_array().into_iter().flatten().filter_map(element_id);
        Ok(ids.map(|id| Element::new(self, id)).collect())
    }

    fn bring_axe(&self) -> Result<()> {
        if self.script("return typeof axe === 'object'", &[])? == Value::Bool(true) {
            return Ok(());
        }
        let path = throughline_tests::source_folder().join("ui/node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(&path)
            .map_err(|error| format!("{}: {error}; run `npm ci` in ui", path.display()))?;
        // In a function's body its `module` must not be found, or it would not put itself on the window.
        self.script(&format!("const module = undefined; {source}; window.axe = axe"), &[])?;
        Ok(())
    }
}
