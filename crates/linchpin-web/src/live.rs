//! The dossier as it is on disk: an immutable edition for each request, and another one as soon as the files have changed and are
//! sound. Until then the last sound edition answers, and pages say so.

use crate::address::{HASH, Version};
use linchpin_dossier::{Faults, Files, Folder, Snapshot};
use linchpin_model::Date;
use linchpin_study::{Setting, verify};
use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::SystemTime;

/// How many older editions are kept for the links that name them.
const KEPT: usize = 4;

/// Where a dossier comes from.
pub enum Source {
    /// it was read, and does not change
    Fixed(Box<Snapshot>),
    /// a folder, which is looked at again and again
    Folder(PathBuf),
}

/// A dossier as it was when it was read.
pub struct Edition {
    /// the dossier
    pub snapshot: Snapshot,
    /// what becomes of its findings, by what may be known and the framework: they have dates of their own, so that pages of all
    /// dates share the answer
    verified: Mutex<BTreeMap<Asked, Arc<verify::Answer>>>,
}

/// What may be known, and the framework.
type Asked = (Option<Date>, Option<String>);

/// How many answers about findings are kept.
const VERIFIED: usize = 8;

impl Edition {
    fn new(snapshot: Snapshot) -> Edition {
        Edition { snapshot, verified: Mutex::default() }
    }

    /// What becomes of the dossier's findings; the setting's date of validity means nothing for them.
    pub fn verified(&self, setting: &Setting) -> Result<Arc<verify::Answer>, linchpin_study::Error> {
        let key = (setting.knowledge.known_at, setting.framework.clone());
        if let Some(known) = locked(&self.verified).get(&key) {
            return Ok(known.clone());
        }
        let setting = Setting { as_of: None, ..setting.clone() };
        let found = Arc::new(verify::answer(&verify::Verify { finding: None, setting }, &self.snapshot)?);
        let mut kept = locked(&self.verified);
        if kept.len() >= VERIFIED {
            kept.clear();
        }
        kept.insert(key, found.clone());
        Ok(found)
    }

    /// Its version as addresses have it.
    pub fn version(&self) -> Version {
        let hash = self.snapshot.version();
        Version { hash: hash.get(..HASH).unwrap_or(hash).to_string(), lines: self.snapshot.lines().len() }
    }
}

/// Why the dossier on disk is not the one that answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsound {
    /// how many faults it has
    pub faults: usize,
    /// the first of them, with its place
    pub first: String,
}

/// What files look like from outside: names, lengths and times.
type Stamp = Vec<(String, u64, Option<SystemTime>)>;

/// The dossier, and what it was before.
pub struct Live {
    folder: Option<PathBuf>,
    stamp: Mutex<Stamp>,
    now: RwLock<Arc<Edition>>,
    before: Mutex<VecDeque<Arc<Edition>>>,
    unsound: RwLock<Option<Unsound>>,
}

impl Live {
    /// Reads the dossier, which must be sound.
    pub fn new(source: Source) -> Result<Live, Faults> {
        let (folder, stamp, snapshot) = match source {
            Source::Fixed(snapshot) => (None, vec![], *snapshot),
            Source::Folder(path) => {
                let stamp = stamp(&path);
                let snapshot = linchpin_dossier::read(&path)?;
                (Some(path), stamp, snapshot)
            }
        };
        Ok(Live {
            folder,
            stamp: Mutex::new(stamp),
            now: RwLock::new(Arc::new(Edition::new(snapshot))),
            before: Mutex::new(VecDeque::new()),
            unsound: RwLock::new(None),
        })
    }

    /// The newest sound edition.
    pub fn now(&self) -> Arc<Edition> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The edition of a version, if it is at hand.
    pub fn find(&self, version: &Version) -> Option<Arc<Edition>> {
        let now = self.now();
        let is = |edition: &Arc<Edition>| edition.version().hash == version.hash;
        if is(&now) {
            return Some(now);
        }
        locked(&self.before).iter().find(|edition| is(edition)).cloned()
    }

    /// Why the files on disk do not answer, if they do not.
    pub fn unsound(&self) -> Option<Unsound> {
        self.unsound.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Looks at the folder, and reads it if anything has changed there. Says what came of it.
    pub fn look(&self) -> Option<Result<Version, Unsound>> {
        let folder = self.folder.as_ref()?;
        let found = stamp(folder);
        {
            let mut known = locked(&self.stamp);
            if *known == found {
                return None;
            }
            *known = found;
        }
        match linchpin_dossier::read(folder) {
            Ok(snapshot) => {
                *self.unsound.write().unwrap_or_else(PoisonError::into_inner) = None;
                Some(Ok(self.swap(snapshot)))
            }
            Err(Faults(faults)) => {
                let first = faults.first().map_or(String::new(), ToString::to_string);
                let unsound = Unsound { faults: faults.len(), first };
                *self.unsound.write().unwrap_or_else(PoisonError::into_inner) = Some(unsound.clone());
                Some(Err(unsound))
            }
        }
    }

    fn swap(&self, snapshot: Snapshot) -> Version {
        let fresh = Arc::new(Edition::new(snapshot));
        let version = fresh.version();
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        if now.version() != version {
            let mut before = locked(&self.before);
            before.retain(|edition| edition.version() != version);
            before.push_front(std::mem::replace(&mut *now, fresh));
            before.truncate(KEPT);
        }
        version
    }
}

/// What a panic in another thread left behind is whole all the same: nothing is changed halfway.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn stamp(folder: &PathBuf) -> Stamp {
    let names = Folder::new(folder).list().unwrap_or_default();
    let of = |name: String| {
        let found = std::fs::metadata(folder.join(&name)).ok();
        let (length, time) = found.map_or((0, None), |found| (found.len(), found.modified().ok()));
        (name, length, time)
    };
    names.into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_changed_dossier_answers_when_it_is_sound_and_older_ones_stay_at_hand() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("study");
        linchpin_dossier::new::minimal(&path).unwrap();
        let live = Live::new(Source::Folder(path.clone())).unwrap();
        let first = live.now().version();
        assert_eq!(live.look(), None, "nothing has changed");

        let settings = path.join("dossier.toml");
        let sound = fs::read_to_string(&settings).unwrap();
        fs::write(&settings, "format = \"nonsense\"").unwrap();
        assert!(matches!(live.look(), Some(Err(Unsound { faults: 1.., .. }))));
        assert!(live.unsound().unwrap().first.contains("dossier.toml"));
        assert_eq!(live.now().version(), first, "the last sound edition answers");

        fs::write(&settings, format!("{sound}\n# another version\n")).unwrap();
        let second = live.look().unwrap().unwrap();
        assert_ne!(second, first);
        assert_eq!((live.now().version(), live.unsound()), (second.clone(), None));
        assert_eq!(live.find(&first).unwrap().version(), first);
        assert_eq!(live.find(&second).unwrap().version(), second);
        assert!(live.find(&Version { hash: "0".repeat(HASH), lines: 0 }).is_none());
    }
}
