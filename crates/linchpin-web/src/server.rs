//! Connections: how many there may be, how long they may take, and how they end.

use crate::app::App;
use crate::guard::Hosts;
use crate::live::{Live, Source};
use axum::Router;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use linchpin_dossier::Faults;
use linchpin_model::Date;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// How many connections there may be at a time; others wait.
const CONNECTIONS: usize = 256;
/// How long a browser may take to say what it wants.
const TO_ASK: Duration = Duration::from_secs(10);
/// How long a connection may last.
const TO_LAST: Duration = Duration::from_secs(300);
/// How long answers that are under way may take once the server is to stop.
const TO_FINISH: Duration = Duration::from_secs(5);
/// How often the dossier is looked at.
const LOOK: Duration = Duration::from_secs(1);
/// How long after the start pages are made before somebody asks for them.
const TO_SETTLE: Duration = Duration::from_secs(3);
/// Threads that make answers, of which one looks at the dossier: each answer uses all cores by itself, and takes memory.
const MAKERS: usize = 3;

/// Where to listen, and to whom.
#[derive(Clone, Debug)]
pub struct Options {
    /// the address; the loopback is heard by this machine alone
    pub host: IpAddr,
    /// the port; 0 for any that is free
    pub port: u16,
    /// further names under which the server may be asked
    pub allow: Vec<String>,
    /// today; dates beyond it are refused
    pub today: fn() -> Date,
}

/// Why the server does not run.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// the dossier is not sound
    #[error(transparent)]
    Unsound(#[from] Faults),
    /// the address cannot be listened on
    #[error("{address}: {error}")]
    Listen {
        /// the address
        address: SocketAddr,
        /// why
        error: std::io::Error,
    },
    /// the machine lacks what a server needs
    #[error(transparent)]
    Machine(std::io::Error),
}

/// Serves a dossier until it is told to stop (SIGINT, SIGTERM). `ready` hears where it listens.
pub fn serve(source: Source, options: &Options, ready: impl FnOnce(SocketAddr)) -> Result<(), Error> {
    let live = Live::new(source)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(MAKERS)
        .enable_all()
        .build()
        .map_err(Error::Machine)?;
    let done = runtime.block_on(run(live, options, ready));
    runtime.shutdown_timeout(Duration::from_secs(1));
    done
}

async fn run(live: Live, options: &Options, ready: impl FnOnce(SocketAddr)) -> Result<(), Error> {
    let address = SocketAddr::new(options.host, options.port);
    let listening = |error| Error::Listen { address, error };
    let listener = TcpListener::bind(address).await.map_err(listening)?;
    let hosts = Hosts::new(&options.host.to_string(), options.allow.iter().cloned());
    let app = Arc::new(App::new(live, hosts, options.today));
    let own = listener.local_addr().map_err(listening)?;
    ready(own);
    tokio::spawn(look(app.clone()));
    tokio::spawn(warm(app.clone(), own));
    let service = TowerToHyperService::new(Router::new().fallback(crate::app::answer).with_state(app));
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let mut stop = std::pin::pin!(stopped());
    loop {
        let place = tokio::select! {
            place = room.clone().acquire_owned() => place,
            () = &mut stop => break,
        };
        let stream = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(error) => {
                    // most often too many open files: others must end first
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let mut http = hyper::server::conn::http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(TO_ASK).max_buf_size(16 << 10);
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service.clone()));
        tokio::spawn(async move {
            match tokio::time::timeout(TO_LAST, connection).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => tracing::debug!(%error, "a connection ended"),
                Err(_) => tracing::debug!("a connection lasted too long"),
            }
            drop(place);
        });
    }
    tracing::info!("stopping");
    let _ = tokio::time::timeout(TO_FINISH, graceful.shutdown()).await;
    Ok(())
}

/// Makes the first pages before somebody asks for them, once who came with the start has been served.
async fn warm(app: Arc<App>, own: SocketAddr) {
    tokio::time::sleep(TO_SETTLE).await;
    let _ = tokio::task::spawn_blocking(move || app.warm(&format!("http://{own}"))).await;
}

/// Looks at the dossier, again and again.
async fn look(app: Arc<App>) {
    loop {
        tokio::time::sleep(LOOK).await;
        let app = app.clone();
        let _ = tokio::task::spawn_blocking(move || app.look()).await;
    }
}

/// Ends when the server is told to stop.
async fn stopped() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                terminate.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
