//! What statements want to do, as SQLite numbers it: the crate gives each action a variant of its own, and programs get
//! the numbers and the texts again.

use rusqlite::ffi;
use rusqlite::hooks::{AuthAction, TransactionOperation};

fn operation_name(operation: TransactionOperation) -> &'static str {
    match operation {
        TransactionOperation::Begin => "BEGIN",
        TransactionOperation::Release => "RELEASE",
        TransactionOperation::Rollback => "ROLLBACK",
        _ => "COMMIT",
    }
}

/// The number of an action and the two texts that say what it is about.
pub(super) fn numbered<'a>(action: AuthAction<'a>) -> (i32, Option<&'a str>, Option<&'a str>) {
    use AuthAction as A;
    match action {
        A::CreateIndex { index_name, table_name } => (ffi::SQLITE_CREATE_INDEX, Some(index_name), Some(table_name)),
        A::CreateTable { table_name } => (ffi::SQLITE_CREATE_TABLE, Some(table_name), None),
        A::CreateTempIndex { index_name, table_name } => {
            (ffi::SQLITE_CREATE_TEMP_INDEX, Some(index_name), Some(table_name))
        }
        A::CreateTempTable { table_name } => (ffi::SQLITE_CREATE_TEMP_TABLE, Some(table_name), None),
        A::CreateTempTrigger { trigger_name, table_name } => {
            (ffi::SQLITE_CREATE_TEMP_TRIGGER, Some(trigger_name), Some(table_name))
        }
        A::CreateTempView { view_name } => (ffi::SQLITE_CREATE_TEMP_VIEW, Some(view_name), None),
        A::CreateTrigger { trigger_name, table_name } => {
            (ffi::SQLITE_CREATE_TRIGGER, Some(trigger_name), Some(table_name))
        }
        A::CreateView { view_name } => (ffi::SQLITE_CREATE_VIEW, Some(view_name), None),
        A::Delete { table_name } => (ffi::SQLITE_DELETE, Some(table_name), None),
        A::DropIndex { index_name, table_name } => (ffi::SQLITE_DROP_INDEX, Some(index_name), Some(table_name)),
        A::DropTable { table_name } => (ffi::SQLITE_DROP_TABLE, Some(table_name), None),
        A::DropTempIndex { index_name, table_name } => {
            (ffi::SQLITE_DROP_TEMP_INDEX, Some(index_name), Some(table_name))
        }
        A::DropTempTable { table_name } => (ffi::SQLITE_DROP_TEMP_TABLE, Some(table_name), None),
        A::DropTempTrigger { trigger_name, table_name } => {
            (ffi::SQLITE_DROP_TEMP_TRIGGER, Some(trigger_name), Some(table_name))
        }
        A::DropTempView { view_name } => (ffi::SQLITE_DROP_TEMP_VIEW, Some(view_name), None),
        A::DropTrigger { trigger_name, table_name } => (ffi::SQLITE_DROP_TRIGGER, Some(trigger_name), Some(table_name)),
        A::DropView { view_name } => (ffi::SQLITE_DROP_VIEW, Some(view_name), None),
        other => numbered_data(other),
    }
}

/// The same for what is not about the making of tables.
fn numbered_data<'a>(action: AuthAction<'a>) -> (i32, Option<&'a str>, Option<&'a str>) {
    use AuthAction as A;
    match action {
        A::Insert { table_name } => (ffi::SQLITE_INSERT, Some(table_name), None),
        A::Pragma { pragma_name, pragma_value } => (ffi::SQLITE_PRAGMA, Some(pragma_name), pragma_value),
        A::Read { table_name, column_name } => (ffi::SQLITE_READ, Some(table_name), Some(column_name)),
        A::Select => (ffi::SQLITE_SELECT, None, None),
        A::Transaction { operation } => (ffi::SQLITE_TRANSACTION, Some(operation_name(operation)), None),
        A::Update { table_name, column_name } => (ffi::SQLITE_UPDATE, Some(table_name), Some(column_name)),
        A::Attach { filename } => (ffi::SQLITE_ATTACH, Some(filename), None),
        A::Detach { database_name } => (ffi::SQLITE_DETACH, Some(database_name), None),
        A::AlterTable { database_name, table_name } => (ffi::SQLITE_ALTER_TABLE, Some(database_name), Some(table_name)),
        A::Reindex { index_name } => (ffi::SQLITE_REINDEX, Some(index_name), None),
        A::Analyze { table_name } => (ffi::SQLITE_ANALYZE, Some(table_name), None),
        A::CreateVtable { table_name, module_name } => (ffi::SQLITE_CREATE_VTABLE, Some(table_name), Some(module_name)),
        A::DropVtable { table_name, module_name } => (ffi::SQLITE_DROP_VTABLE, Some(table_name), Some(module_name)),
        A::Function { function_name } => (ffi::SQLITE_FUNCTION, None, Some(function_name)),
        A::Savepoint { operation: TransactionOperation::Unknown, savepoint_name } => {
            (ffi::SQLITE_SAVEPOINT, None, Some(savepoint_name))
        }
        A::Savepoint { operation, savepoint_name } => {
            (ffi::SQLITE_SAVEPOINT, Some(operation_name(operation)), Some(savepoint_name))
        }
        A::Recursive => (ffi::SQLITE_RECURSIVE, None, None),
        A::Unknown { code, arg1, arg2 } => (code, arg1, arg2),
        _ => (0, None, None),
    }
}
