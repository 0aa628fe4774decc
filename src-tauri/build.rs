//! Reads `tauri.conf.json` and the capabilities into the program.

fn main() -> std::io::Result<()> {
    // Tauri's macro wants the folder of the built UI to exist, also where only Rust is checked.
    std::fs::create_dir_all("../ui/dist")?;
    println!("cargo::rerun-if-changed=../ui/dist");
    tauri_build::build();
    Ok(())
}
