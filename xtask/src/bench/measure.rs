//! One program, run once: its output, processor time and peak memory.

use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use wait4::Wait4;

use crate::process::Run;

/// What one run cost.
pub(crate) struct Sample {
    /// User and system time of the process, in seconds.
    pub(crate) seconds: f64,
    /// Peak resident memory in MiB. Never less than this tool's own, which the system counts before the program
    /// replaces it.
    pub(crate) mebibytes: f64,
    pub(crate) output: String,
}

/// The longest that one run may take: a full heap makes some interpreters collect without end.
const LIMIT: Duration = Duration::from_secs(60);

/// Runs `program` with `arguments` on `interpreter` with `options`. The error is the last line that it wrote.
pub(super) fn measure(
    interpreter: &Path,
    options: &[&str],
    program: &Path,
    arguments: &[&str],
) -> Result<Sample, String> {
    let run = Run::program(interpreter).arguments(options).arguments([program]).arguments(arguments);
    let mut command = run.steady_python().into_command();
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| format!("{}: {error}", interpreter.display()))?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || sender.send(read_both(stdout, stderr)));
    let Ok(read) = receiver.recv_timeout(LIMIT) else {
        child.kill().and_then(|()| child.wait()).map_err(|error| error.to_string())?;
        return Err(format!("not finished after {} s", LIMIT.as_secs()));
    };
    let (output, errors) = read.map_err(|error| error.to_string())?;
    let end = child.wait4().map_err(|error| error.to_string())?;
    if !end.status.success() {
        let last = errors.lines().last().map_or_else(|| end.status.to_string(), str::to_owned);
        return Err(last);
    }
    let seconds = (end.rusage.utime + end.rusage.stime).as_secs_f64();
    Ok(Sample { seconds, mebibytes: end.rusage.maxrss as f64 / f64::from(1 << 20), output })
}

/// All that the program writes. The programs print a line or two, so that neither pipe can fill while the other one is
/// read.
fn read_both(stdout: Option<impl Read>, stderr: Option<impl Read>) -> std::io::Result<(String, String)> {
    let (mut output, mut errors) = (String::new(), String::new());
    if let Some(mut pipe) = stdout {
        pipe.read_to_string(&mut output)?;
    }
    if let Some(mut pipe) = stderr {
        pipe.read_to_string(&mut errors)?;
    }
    Ok((output, errors))
}
