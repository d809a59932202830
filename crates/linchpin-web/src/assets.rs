//! Files that pages use: style, scripts, an icon. Their address has a hash of what is in them, so that browsers keep them for good.

use crate::reply::{Keep, Made};
use axum::http::StatusCode;
use linchpin_publish::scene::skin;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A file and its address.
pub struct Asset {
    /// its address
    pub href: String,
    /// the file
    pub made: Arc<Made>,
}

/// All files.
pub struct Assets {
    /// the style of pages and figures
    pub style: Asset,
    /// what makes pages quicker to use
    pub script: Asset,
    /// what moves the weights
    pub weights: Asset,
    /// the icon
    pub icon: Asset,
}

impl Assets {
    /// The files of this program.
    pub fn new() -> Assets {
        let style = format!("{}{}", skin::style_sheet(), include_str!("../assets/style.css"));
        let script = "text/javascript; charset=utf-8";
        Assets {
            style: asset("style", "css", "text/css; charset=utf-8", style),
            script: asset("page", "js", script, include_str!("../assets/page.js").into()),
            weights: asset("weights", "js", script, include_str!("../assets/weights.js").into()),
            icon: asset("icon", "svg", "image/svg+xml", include_str!("../assets/icon.svg").into()),
        }
    }

    /// The file at an address.
    pub fn find(&self, path: &str) -> Option<Arc<Made>> {
        let all = [&self.style, &self.script, &self.weights, &self.icon];
        all.into_iter().find(|asset| asset.href == path).map(|asset| asset.made.clone())
    }
}

fn asset(name: &str, ending: &str, kind: &'static str, text: String) -> Asset {
    let hash = &hex::encode(Sha256::digest(&text))[..10];
    let made = Made::new(StatusCode::OK, kind, text).kept(Keep::Forever);
    Asset { href: format!("/assets/{name}-{hash}.{ending}"), made: Arc::new(made) }
}
