//! `cargo xtask bench --plot`: the table as a drawing for the README.
//!
//! For each program a bar per peer: how many times as long as ferropy the peer takes, on a scale where doubling is always the
//! same length, from the line where both take as long. What is right of it is in ferropy's favour. The means come first. The
//! drawing has its colours twice, for readers with light and with dark pages.

use std::fmt::Write;

/// Peers in the order of their bars, with their colours on light and on dark pages.
const PEERS: [(&str, &str, &str, &str); 3] = [
    ("cpython", "CPython", "#1f6feb", "#58a6ff"),
    ("micropython", "MicroPython", "#bc4c00", "#f0883e"),
    ("pypy", "PyPy", "#1a7f37", "#3fb950"),
];

/// The scale's ends, and where its lines are.
const LEAST: f64 = 1.0 / 16.0;
const MOST: f64 = 32.0;
const MARKS: [(f64, &str); 10] = [
    (1.0 / 16.0, "1/16"),
    (0.125, "1/8"),
    (0.25, "1/4"),
    (0.5, "1/2"),
    (1.0, "1"),
    (2.0, "2"),
    (4.0, "4"),
    (8.0, "8"),
    (16.0, "16"),
    (32.0, "32"),
];

const WIDTH: f64 = 860.0;
/// Where the scale begins and ends, and where the rows begin.
const LEFT: f64 = 170.0;
const RIGHT: f64 = 790.0;
const TOP: f64 = 74.0;
/// A bar, and what lies between two programs.
const BAR: f64 = 5.0;
const GAP: f64 = 6.0;

/// A program and what the peers take for it, as a multiple of ferropy's time; the order is that of [`PEERS`].
pub(super) struct Bars {
    pub(super) program: String,
    pub(super) ratios: [Option<f64>; PEERS.len()],
}

/// The number of a peer's bar, if it has one.
pub(super) fn place_of(peer: &str) -> Option<usize> {
    PEERS.iter().position(|known| known.0 == peer)
}

/// The drawing.
pub(super) fn draw(mut programs: Vec<Bars>) -> String {
    programs.sort_by(|a, b| b.ratios[0].unwrap_or(0.0).total_cmp(&a.ratios[0].unwrap_or(0.0)));
    let means = std::array::from_fn(|peer| mean(programs.iter().filter_map(|bars| bars.ratios[peer])));
    let counts: [usize; PEERS.len()] =
        std::array::from_fn(|peer| programs.iter().filter(|bars| bars.ratios[peer].is_some()).count());
    let step = BAR * PEERS.len() as f64 + GAP;
    let height = TOP + step * (programs.len() + 1) as f64 + 2.0 * GAP + 24.0;
    let mut picture = Picture::new(height, programs.len());
    picture.legend(&means, &counts);
    picture.scale(TOP - 6.0, height - 22.0);
    picture.row(TOP, &Bars { program: "geometric mean".to_owned(), ratios: means }, "strong");
    for (at, bars) in programs.iter().enumerate() {
        picture.row(TOP + 2.0 * GAP + step * (at + 1) as f64, bars, "");
    }
    picture.end()
}

struct Picture(String);

impl Picture {
    fn new(height: f64, programs: usize) -> Picture {
        let (mut light, mut dark) = (String::new(), String::new());
        for (peer, _, on_light, on_dark) in PEERS {
            write!(light, ".{peer}{{fill:{on_light}}}").ok();
            write!(dark, ".{peer}{{fill:{on_dark}}}").ok();
        }
        let mut text = String::new();
        writeln!(
            text,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
             font-family=\"system-ui,sans-serif\" font-size=\"11\" role=\"img\">\n\
             <title>How many times as long as Ferropy other Pythons take for {programs} programs</title>\n\
             <style>text{{fill:#1f2328}}.strong{{font-weight:bold}}.faint{{fill:#59636e}}\
             .line{{stroke:#d1d9e0}}.one{{stroke:#59636e}}{light}\
             @media(prefers-color-scheme:dark){{text{{fill:#f0f6fc}}.faint{{fill:#9198a1}}\
             .line{{stroke:#3d444d}}.one{{stroke:#9198a1}}{dark}}}</style>"
        )
        .ok();
        Picture(text)
    }

    fn text(&mut self, x: f64, y: f64, class: &str, anchor: &str, text: &str) {
        writeln!(self.0, "<text x=\"{x:.1}\" y=\"{y:.1}\" class=\"{class}\" text-anchor=\"{anchor}\">{text}</text>")
            .ok();
    }

    /// What the colours mean, and the means in figures.
    fn legend(&mut self, means: &[Option<f64>; PEERS.len()], counts: &[usize; PEERS.len()]) {
        self.text(
            LEFT,
            16.0,
            "strong",
            "start",
            "Processor time of other Pythons, where Ferropy takes 1 (longer bars: Ferropy is faster)",
        );
        let mut x = LEFT;
        for ((peer, name, ..), (mean, count)) in PEERS.iter().zip(means.iter().zip(counts)) {
            let Some(mean) = mean else { continue };
            writeln!(self.0, "<rect x=\"{x:.1}\" y=\"27\" width=\"10\" height=\"10\" class=\"{peer}\"/>").ok();
            self.text(x + 15.0, 36.0, "", "start", &format!("{name}: {mean:.2} on average of {count}"));
            x += 205.0;
        }
    }

    fn scale(&mut self, top: f64, bottom: f64) {
        for (mark, shown) in MARKS {
            let x = place(mark);
            let class = if mark == 1.0 { "one" } else { "line" };
            writeln!(
                self.0,
                "<line x1=\"{x:.1}\" y1=\"{top:.1}\" x2=\"{x:.1}\" y2=\"{bottom:.1}\" class=\"{class}\"/>"
            )
            .ok();
            self.text(x, top - 4.0, "faint", "middle", shown);
            self.text(x, bottom + 13.0, "faint", "middle", shown);
        }
    }

    fn row(&mut self, top: f64, bars: &Bars, class: &str) {
        let middle = top + BAR * PEERS.len() as f64 / 2.0 + 4.0;
        self.text(LEFT - 8.0, middle, class, "end", &bars.program);
        for (at, ((peer, name, ..), ratio)) in PEERS.iter().zip(bars.ratios).enumerate() {
            let Some(ratio) = ratio else { continue };
            let (one, end) = (place(1.0), place(ratio));
            let (x, length) = (one.min(end), (one - end).abs().max(0.5));
            let y = top + BAR * at as f64;
            writeln!(
                self.0,
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{length:.1}\" height=\"{:.1}\" class=\"{peer}\">\
                 <title>{}, {name}: {ratio:.2}</title></rect>",
                BAR - 0.7,
                bars.program
            )
            .ok();
        }
        if let Some(ratio) = bars.ratios[0] {
            self.text(RIGHT + 8.0, middle, "faint", "start", &format!("{ratio:.2}"));
        }
    }

    fn end(mut self) -> String {
        self.0.push_str("</svg>\n");
        self.0
    }
}

/// Where a ratio lies on the scale.
fn place(ratio: f64) -> f64 {
    let part = (ratio.clamp(LEAST, MOST) / LEAST).ln() / (MOST / LEAST).ln();
    LEFT + part * (RIGHT - LEFT)
}

/// The geometric mean; nothing of nothing.
fn mean(ratios: impl Iterator<Item = f64>) -> Option<f64> {
    let logarithms: Vec<f64> = ratios.map(f64::ln).collect();
    (!logarithms.is_empty()).then(|| (logarithms.iter().sum::<f64>() / logarithms.len() as f64).exp())
}
