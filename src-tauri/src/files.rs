//! Open files: one worker thread each, which takes jobs in order and tells every window that watches.
//!
//! All that touches a map goes through its queue, so two windows on one file cannot mix their edits,
//! and a window sees its updates in the order in which the changes were made. Between jobs the worker
//! asks whether another program (the command line, say) changed the file.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use tauri::ipc::Channel;
use throughline_core::document::OpenError;
use throughline_core::layout::View;
use throughline_core::open_map::{OpenMap, Update, Watcher};
use tokio::sync::oneshot;

use crate::refusal::Refusal;

/// How often a worker without jobs looks whether another program changed the file. A person who waits
/// for the other program sees it at once; asking costs microseconds.
const LOOK_EVERY: Duration = Duration::from_millis(200);

type Job = Box<dyn FnOnce(&mut Worker) + Send>;

/// One open file: the sending end of its queue. The worker ends when the last window lets go.
#[derive(Debug)]
pub(crate) struct OpenFile {
    path: PathBuf,
    jobs: mpsc::Sender<Job>,
}

/// What the worker thread owns.
struct Worker {
    map: OpenMap,
    windows: HashMap<Watcher, Channel<Update>>,
}

impl OpenFile {
    /// Opens a file and starts its worker.
    ///
    /// # Errors
    /// [`OpenError`].
    fn open(path: &Path) -> Result<Self, OpenError> {
        let map = OpenMap::open(path)?;
        let (jobs, queue) = mpsc::channel::<Job>();
        std::thread::Builder::new()
            .name("map".to_owned())
            .spawn(move || Worker { map, windows: HashMap::new() }.work(&queue))
            .map_err(|error| OpenError::Storage(error.to_string()))?;
        Ok(Self { path: path.to_owned(), jobs })
    }

    /// The file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Runs `job` on the map when it is its turn, and answers what it answers.
    ///
    /// # Errors
    /// What `job` refuses; [`Refusal::ended`] if the worker is gone.
    pub(crate) async fn run<T, E>(
        &self,
        job: impl FnOnce(&mut OpenMap) -> Result<T, E> + Send + 'static,
    ) -> Result<T, Refusal>
    where
        T: Send + 'static,
        E: Into<Refusal> + 'static,
    {
        self.queue(move |worker| job(&mut worker.map).map_err(Into::into)).await?
    }

    /// Starts a window's watch; the whole scene is the first update on its channel.
    ///
    /// # Errors
    /// [`Refusal::ended`] if the worker is gone.
    pub(crate) async fn watch(
        &self,
        watcher: Watcher,
        view: View,
        updates: Channel<Update>,
    ) -> Result<(), Refusal> {
        self.queue(move |worker| {
            let update = worker.map.watch(watcher, &view);
            worker.windows.insert(watcher, updates);
            worker.tell(watcher, update);
        })
        .await
    }

    /// Gives a window that watches another view.
    ///
    /// # Errors
    /// [`Refusal::ended`] if the worker is gone.
    pub(crate) async fn look(&self, watcher: Watcher, view: View) -> Result<(), Refusal> {
        self.queue(move |worker| {
            let update = worker.map.watch(watcher, &view);
            worker.tell(watcher, update);
        })
        .await
    }

    /// Ends a window's watch.
    pub(crate) fn forget(&self, watcher: Watcher) {
        // A worker that is gone watches for nobody.
        let _ = self.jobs.send(Box::new(move |worker| {
            worker.windows.remove(&watcher);
            worker.map.forget(watcher);
        }));
    }

    async fn queue<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Worker) -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |worker| {
            let outcome = job(worker);
            worker.tell_all();
            // Nobody waits any more when the window was closed meanwhile.
            let _ = answer.send(outcome);
        });
        self.jobs.send(job).map_err(|_| Refusal::ended())?;
        answered.await.map_err(|_| Refusal::ended())
    }
}

impl Worker {
    fn work(mut self, queue: &mpsc::Receiver<Job>) {
        loop {
            match queue.recv_timeout(LOOK_EVERY) {
                Ok(job) => job(&mut self),
                Err(RecvTimeoutError::Timeout) => {
                    // What cannot be read now is tried again at the next look; an edit would say why.
                    let _ = self.map.catch_up();
                    self.tell_all();
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn tell_all(&mut self) {
        for (watcher, update) in self.map.updates() {
            self.tell(watcher, update);
        }
    }

    fn tell(&mut self, watcher: Watcher, update: Update) {
        let told = self.windows.get(&watcher).is_some_and(|window| window.send(update).is_ok());
        if !told {
            self.windows.remove(&watcher);
            self.map.forget(watcher);
        }
    }
}

/// The files that are open now; a file that two windows show is open once.
#[derive(Debug, Default)]
pub(crate) struct Files {
    open: Mutex<HashMap<PathBuf, Weak<OpenFile>>>,
}

impl Files {
    /// The open file at `path`, opened now where it was not.
    ///
    /// # Errors
    /// [`OpenError`].
    pub(crate) fn open(&self, path: &Path) -> Result<Arc<OpenFile>, OpenError> {
        // Two names of one file are one file; one that is not there yet is said by opening it.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = open.get(&path).and_then(Weak::upgrade) {
            return Ok(file);
        }
        let file = Arc::new(OpenFile::open(&path)?);
        open.retain(|_, file| file.strong_count() > 0);
        open.insert(path, Arc::downgrade(&file));
        Ok(file)
    }
}
