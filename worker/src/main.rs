//! The binary `foreshock`.

fn main() -> std::process::ExitCode {
    foreshock_worker::cli::main()
}
