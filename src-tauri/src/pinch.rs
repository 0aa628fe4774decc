//! Two fingers that spread on a touchpad zoom the map. WebKitGTK would magnify the page by itself, bar
//! and text and all, and tell the page nothing; so the gesture is taken from it and said to the page.

use tauri::WebviewWindow;

/// Takes the pinch of a touchpad from the page of a window and tells its UI of it.
///
/// On other systems a pinch reaches the page as a wheel with Ctrl.
pub(crate) fn give_to_map(window: &WebviewWindow) {
    #[cfg(target_os = "linux")]
    {
        let told = window.clone();
        // A window without a page has nothing to zoom either.
        let _ = window.with_webview(move |webview| touchpad::follow(&webview.inner(), told));
    }
    #[cfg(not(target_os = "linux"))]
    let _ = window;
}

#[cfg(target_os = "linux")]
mod touchpad {
    use std::cell::Cell;

    use gtk::gdk::{EventTouchpadPinch, EventType};
    use gtk::glib::Propagation;
    use gtk::prelude::*;
    use tauri::WebviewWindow;

    pub(super) fn follow(page: &impl IsA<gtk::Widget>, window: WebviewWindow) {
        let before = Cell::new(1.0);
        // In front of WebKit's own gesture, which comes only to what nobody has stopped.
        page.connect_event(move |_, event| {
            if event.event_type() != EventType::TouchpadPinch {
                return Propagation::Proceed;
            }
            if let Some(pinch) = event.downcast_ref::<EventTouchpadPinch>() {
                let began = !pinch.is_phase();
                let spread = if began { 1.0 } else { pinch.scale() };
                let by = spread / before.replace(spread);
                if !began && let Some(script) = super::said(pinch.position(), by) {
                    // A page that is gone needs not be told.
                    let _ = window.eval(script);
                }
            }
            Propagation::Stop
        });
    }
}

/// What tells the UI that fingers at a point of the page spread by so much since the last time; see
/// `ui/src/map/panning.ts`. `None`: by nothing that can be zoomed by.
#[cfg(any(target_os = "linux", test))]
fn said((x, y): (f64, f64), by: f64) -> Option<String> {
    let sound = by.is_finite() && by > 0.0 && x.is_finite() && y.is_finite();
    sound.then(|| {
        format!(
            "dispatchEvent(new CustomEvent('pinch', {{ detail: {{ x: {x}, y: {y}, by: {by} }} }}))"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told_where_the_fingers_are_and_by_how_much_they_spread() {
        assert_eq!(
            said((120.5, 80.0), 1.25).as_deref(),
            Some(
                "dispatchEvent(new CustomEvent('pinch', { detail: { x: 120.5, y: 80, by: 1.25 } }))"
            )
        );
    }

    #[test]
    fn a_touchpad_that_reports_nonsense_zooms_nothing() {
        for by in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(said((0.0, 0.0), by), None);
        }
    }
}
