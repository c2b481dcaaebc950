//! Databases as a whole: their copies, limits and switches; and single blobs.

use super::values::{failure, misuse};
use super::worker::Worker;
use ferropy_platform::databases::{Answer, Call, Failure};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::blob::Blob;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, Error, MAIN_DB, ffi};
use self_cell::self_cell;
use std::rc::Rc;

type Content<'connection> = Blob<'connection>;

self_cell! {
    /// An open blob and its connection.
    pub(super) struct OpenBlob {
        owner: Rc<Connection>,
        #[not_covariant]
        dependent: Content,
    }
}

const LIMITS: [Limit; 15] = [
    Limit::SQLITE_LIMIT_LENGTH,
    Limit::SQLITE_LIMIT_SQL_LENGTH,
    Limit::SQLITE_LIMIT_COLUMN,
    Limit::SQLITE_LIMIT_EXPR_DEPTH,
    Limit::SQLITE_LIMIT_COMPOUND_SELECT,
    Limit::SQLITE_LIMIT_VDBE_OP,
    Limit::SQLITE_LIMIT_FUNCTION_ARG,
    Limit::SQLITE_LIMIT_ATTACHED,
    Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH,
    Limit::SQLITE_LIMIT_VARIABLE_NUMBER,
    Limit::SQLITE_LIMIT_TRIGGER_DEPTH,
    Limit::SQLITE_LIMIT_WORKER_THREADS,
    Limit::SQLITE_LIMIT_PARSER_DEPTH,
    Limit::SQLITE_LIMIT_SCHEMA,
    Limit::SQLITE_LIMIT_TRIGGER_STEPS,
];

/// The switches, whose numbers follow each other, and the first of them.
const SWITCHES: [DbConfig; 16] = [
    DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
    DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG,
    DbConfig::SQLITE_DBCONFIG_TRIGGER_EQP,
    DbConfig::SQLITE_DBCONFIG_RESET_DATABASE,
    DbConfig::SQLITE_DBCONFIG_DEFENSIVE,
    DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA,
    DbConfig::SQLITE_DBCONFIG_LEGACY_ALTER_TABLE,
    DbConfig::SQLITE_DBCONFIG_DQS_DML,
    DbConfig::SQLITE_DBCONFIG_DQS_DDL,
    DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW,
    DbConfig::SQLITE_DBCONFIG_LEGACY_FILE_FORMAT,
    DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA,
    DbConfig::SQLITE_DBCONFIG_STMT_SCANSTATUS,
    DbConfig::SQLITE_DBCONFIG_REVERSE_SCANORDER,
    DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE,
    DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE,
];
const FIRST_SWITCH: i32 = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE as i32;

fn switch(number: i32) -> Option<DbConfig> {
    match number {
        ffi::SQLITE_DBCONFIG_ENABLE_FKEY => Some(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY),
        ffi::SQLITE_DBCONFIG_ENABLE_TRIGGER => Some(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER),
        ffi::SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER => Some(DbConfig::SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER),
        number => SWITCHES.get(usize::try_from(number - FIRST_SWITCH).ok()?).copied(),
    }
}

impl Worker {
    pub(super) fn limit(&self, category: i32, value: Option<i32>) -> Result<Answer, Failure> {
        let connection = self.connection()?;
        let limit = usize::try_from(category).ok().and_then(|place| LIMITS.get(place).copied());
        let limit = limit.ok_or_else(|| misuse("'category' is out of bounds"))?;
        let result = match value {
            Some(value) => connection.set_limit(limit, value),
            None => connection.limit(limit),
        };
        result.map(|before| Answer::Number(before.into())).map_err(|error| failure(&error))
    }

    pub(super) fn configure(&self, number: i32, value: Option<bool>) -> Result<Answer, Failure> {
        let connection = self.connection()?;
        let switch = switch(number).ok_or_else(|| misuse("unknown config 'op'"))?;
        let result = match value {
            Some(value) => connection.set_db_config(switch, value),
            None => connection.db_config(switch),
        };
        result.map(|position| Answer::Number(position.into())).map_err(|error| failure(&error))
    }

    pub(super) fn serialize(&self, name: &str) -> Result<Answer, Failure> {
        self.alone(|connection| {
            connection.serialize(name).map(|bytes| Answer::Bytes(bytes.to_vec())).map_err(|error| match error {
                Error::SqliteFailure(error, _) if error.extended_code == ffi::SQLITE_NOMEM => {
                    Failure { code: ffi::SQLITE_ERROR, message: format!("unknown database {name}") }
                }
                error => failure(&error),
            })
        })
    }

    pub(super) fn deserialize(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.alone(|connection| {
            connection.deserialize_read_exact(name, bytes, bytes.len(), false).map_err(|error| failure(&error))
        })
    }

    pub(super) fn restore(&self, name: &str, bytes: &[u8], pages: i32, is_told: bool) -> Result<(), Failure> {
        let mut source = Connection::open_in_memory().map_err(|error| failure(&error))?;
        if !bytes.is_empty() {
            source.deserialize_read_exact(MAIN_DB, bytes, bytes.len(), false).map_err(|error| failure(&error))?;
        }
        self.alone(|connection| {
            let backup = Backup::new_with_names(&source, MAIN_DB, connection, name).map_err(|error| failure(&error))?;
            loop {
                let step = backup.step(pages).map_err(|error| failure(&error))?;
                if is_told {
                    let progress = backup.progress();
                    let code = if matches!(step, StepResult::Done) { ffi::SQLITE_DONE } else { ffi::SQLITE_OK };
                    self.ask(Call::Copied(code, progress.remaining, progress.pagecount))?;
                }
                match step {
                    StepResult::Done => return Ok(()),
                    StepResult::More => {}
                    StepResult::Busy => return Err(locked(ffi::SQLITE_BUSY)),
                    _ => return Err(locked(ffi::SQLITE_LOCKED)),
                }
            }
        })
    }

    pub(super) fn open_blob(
        &self,
        number: u32,
        [database, table, column]: &[String; 3],
        row: i64,
        is_read: bool,
    ) -> Result<Answer, Failure> {
        let connection = self.connection()?;
        let blob = self.while_parsing(|| {
            OpenBlob::try_new(connection, |connection| {
                connection.blob_open(database.as_str(), table.as_str(), column.as_str(), row, is_read)
            })
        });
        let blob = blob.map_err(|error| failure(&error))?;
        let size = blob.with_dependent(|_, blob| blob.size());
        self.blobs.borrow_mut().insert(number, blob);
        Ok(Answer::Number(size.into()))
    }

    pub(super) fn read_blob(&self, number: u32, at: usize, size: usize) -> Result<Answer, Failure> {
        let blobs = self.blobs.borrow();
        let blob = blobs.get(&number).ok_or_else(|| misuse("Cannot operate on a closed blob."))?;
        blob.with_dependent(|_, blob| {
            let mut bytes = vec![0; size.min(blob.len())];
            let count = blob.read_at(&mut bytes, at).map_err(|error| failure(&error))?;
            bytes.truncate(count);
            Ok(Answer::Bytes(bytes))
        })
    }

    pub(super) fn write_blob(&self, number: u32, at: usize, bytes: &[u8]) -> Result<(), Failure> {
        let mut blobs = self.blobs.borrow_mut();
        let blob = blobs.get_mut(&number).ok_or_else(|| misuse("Cannot operate on a closed blob."))?;
        blob.with_dependent_mut(|_, blob| blob.write_at(bytes, at)).map_err(|error| failure(&error))
    }
}

fn locked(code: i32) -> Failure {
    Failure { code, message: ffi::code_to_str(code).into() }
}
