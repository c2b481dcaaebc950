//! `_ssl`: TLS as objects that do no input or output; `ssl` is Python on top of it.
//!
//! Contexts and sessions are resources of the isolate, named by records. What goes wrong is no exception here but a tuple: a
//! kind, a number and a text, of which `ssl` makes one.

use crate::binascii;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::any::Any;
use ferropy_platform::Tls;
use ferropy_platform::tls::{Context, Demand, Identity, Problem, Revocation, Session, Settings};
use ferropy_runtime::native::{ModuleSpec, Row, TypeFlags, TypeSpec, function, method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_ssl`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_ssl",
    doc: "TLS without input and output.",
    rows: ROWS,
    types: &[&CONTEXT, &SESSION],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("describe", "()", "The implementation's name and the numbers of its cipher suites, or None.", describe),
    function("system_roots", "()", "The certificates that this computer trusts.", system_roots),
    function("check", "(chain, key, /)", "Look whether a key is that of a certificate: None, or what is wrong.", check),
    function(
        "context",
        "(identities, roots, revoked, protocols, suites, versions, numbers, /)",
        "Settings made ready, or what is wrong with them.",
        context,
    ),
    function("client", "(context, name, earlier, /)", "A client's session, or what is wrong.", client),
    function("server", "()", "A server's session.", server),
];

static CONTEXT: TypeSpec =
    TypeSpec::new("Context", "What connections have in common.", &[method("secrets", "($self, /)", "Lines.", secrets)])
        .in_module("_ssl")
        .with_flags(TypeFlags::NOT_CALLABLE);

static SESSION: TypeSpec = TypeSpec::new("Session", "One end of a connection.", SESSION_ROWS)
    .in_module("_ssl")
    .with_flags(TypeFlags::NOT_CALLABLE);

const SESSION_ROWS: &[Row] = &[
    method("wanted", "($self, /)", "How many bytes it wants next.", wanted),
    method("feed", "($self, data, /)", "Take bytes that came: None, or what is wrong.", feed),
    method("take", "($self, /)", "The bytes that are to be sent.", take),
    method("read", "($self, size, /)", "Received data.", read),
    method("available", "($self, /)", "How much received data there is.", available),
    method("write", "($self, data, /)", "Encrypt data: None, or what is wrong.", write),
    method("close", "($self, /)", "Say that nothing more comes.", close),
    method("progress", "($self, /)", "1: in the handshake; 2: wants a context; 4: the other end is done.", progress),
    method("hello", "($self, /)", "The name that a client calls and the cipher suites it offers, or None.", hello),
    method("answer", "($self, context, /)", "Let a server go on with a context: None, or what is wrong.", answer),
    method("refuse", "($self, alert, /)", "End a server with an alert.", refuse),
    method("agreement", "($self, /)", "Version, suite, protocol, whether a session goes on, tickets.", agreement),
    method("certificates", "($self, verified, /)", "The certificates of the other end.", certificates),
];

/// Does something with the platform's TLS.
fn on<T>(iso: &mut Isolate, work: impl FnOnce(&mut dyn Tls) -> T) -> Completion<T> {
    match iso.platform.tls() {
        Some(tls) => Ok(work(tls)),
        None => Err(raise::internal(iso)),
    }
}

/// Keeps an object: a record of the type.
fn keep(iso: &mut Isolate, spec: &'static TypeSpec, object: Box<dyn Any + Send>) -> Completion {
    let Some(id) = iso.find_type(spec) else { return Err(raise::internal(iso)) };
    let Some(number) = iso.keep_resource(object) else { return Err(raise::memory_error(iso)) };
    let record = iso.new_record(id, number, &[])?;
    iso.when_dead(record, Isolate::drop_resource);
    Ok(record)
}

/// Lends what a record names, and the isolate with it, which must not call Python.
fn lend<T: Any + Send, R>(
    iso: &mut Isolate,
    record: Value,
    work: impl FnOnce(&mut Isolate, &mut T) -> Completion<R>,
) -> Completion<R> {
    let number = iso.heap.number(iso.unwrap(record));
    let Some(held) = iso.take_resource(number) else { return Err(raise::internal(iso)) };
    match held.downcast::<T>() {
        Ok(mut held) => {
            let result = work(iso, &mut held);
            iso.put_resource(number, held);
            result
        }
        Err(other) => {
            iso.put_resource(number, other);
            Err(raise::internal(iso))
        }
    }
}

fn on_session<R>(
    iso: &mut Isolate,
    args: &[Value],
    work: impl FnOnce(&mut Isolate, &mut dyn Session) -> Completion<R>,
) -> Completion<R> {
    let Some(&this) = args.first() else { return Err(raise::internal(iso)) };
    lend(iso, this, |iso, session: &mut Box<dyn Session>| work(iso, session.as_mut()))
}

/// What went wrong, as a tuple.
fn tuple_of(iso: &mut Isolate, problem: &Problem) -> Completion {
    let (kind, number, name, text) = match problem {
        Problem::Alert(alert) => ("alert", i64::from(*alert), "", ""),
        Problem::Certificate(number, text) => ("certificate", i64::from(*number), "", text.as_str()),
        Problem::Other(name, text) => ("other", 0, *name, text.as_str()),
    };
    let (kind, name, text) = (iso.new_str(kind)?, iso.new_str(name)?, iso.new_str(text)?);
    iso.new_tuple(&[kind, Value::small_int(number), name, text])
}

fn none_or(iso: &mut Isolate, result: Result<(), Problem>) -> Completion {
    match result {
        Ok(()) => Ok(Value::NONE),
        Err(problem) => tuple_of(iso, &problem),
    }
}

fn list_of(iso: &mut Isolate, all: &[Vec<u8>]) -> Completion {
    let mut items = Vec::new();
    for each in all {
        items.push(iso.new_bytes(each)?);
    }
    iso.new_list(&items)
}

/// The items of a list of bytes.
fn all_bytes(iso: &mut Isolate, list: Value) -> Completion<Vec<Vec<u8>>> {
    let items: Vec<Value> = iso.heap.items(list).collect();
    items.into_iter().map(|item| binascii::data(iso, item)).collect()
}

/// The items of a list of numbers.
fn numbers(iso: &mut Isolate, list: Value) -> Vec<u16> {
    iso.heap.items(list).filter_map(|item| u16::try_from(item.as_small_int()?).ok()).collect()
}

fn describe(iso: &mut Isolate, _: &[Value]) -> Completion {
    let Some((name, suites)) = iso.platform.tls().map(|tls| (tls.description(), tls.suites())) else {
        return Ok(Value::NONE);
    };
    let name = iso.new_str(name)?;
    let suites = numbers_of(iso, &suites)?;
    iso.new_tuple(&[name, suites])
}

fn numbers_of(iso: &mut Isolate, all: &[u16]) -> Completion {
    let items: Vec<Value> = all.iter().map(|&number| Value::small_int(number.into())).collect();
    iso.new_list(&items)
}

fn system_roots(iso: &mut Isolate, _: &[Value]) -> Completion {
    let roots = on(iso, |tls| tls.system_roots())?;
    list_of(iso, &roots)
}

fn identity(iso: &mut Isolate, chain: Value, key: Value) -> Completion<Identity> {
    Ok(Identity { chain: all_bytes(iso, chain)?, key: binascii::data(iso, key)? })
}

fn check(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[chain, key] = args else { return Err(raise::internal(iso)) };
    let identity = identity(iso, chain, key)?;
    let result = on(iso, |tls| tls.check(&identity))?;
    none_or(iso, result)
}

fn context(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[identities, roots, revoked, protocols, suites, versions, kinds] = args else {
        return Err(raise::internal(iso));
    };
    let mut settings = Settings {
        roots: all_bytes(iso, roots)?,
        revoked: all_bytes(iso, revoked)?,
        protocols: all_bytes(iso, protocols)?,
        suites: numbers(iso, suites),
        versions: numbers(iso, versions),
        ..Settings::default()
    };
    let pairs: Vec<Value> = iso.heap.items(identities).collect();
    for pair in pairs {
        let pair: Vec<Value> = iso.heap.items(pair).collect();
        let &[chain, key] = pair.as_slice() else { return Err(raise::internal(iso)) };
        settings.identities.push(identity(iso, chain, key)?);
    }
    let kinds = numbers(iso, kinds);
    let &[demand, revocation, checks_name, takes_common_name, tickets, keeps_secrets] = kinds.as_slice() else {
        return Err(raise::internal(iso));
    };
    settings.demand = match demand {
        0 => Demand::Nothing,
        1 => Demand::Optional,
        _ => Demand::Required,
    };
    settings.revocation = match revocation {
        0 => Revocation::Ignored,
        1 => Revocation::Leaf,
        _ => Revocation::Chain,
    };
    settings.checks_name = checks_name != 0;
    settings.takes_common_name = takes_common_name != 0;
    settings.tickets = tickets.into();
    settings.keeps_secrets = keeps_secrets != 0;
    match on(iso, |tls| tls.context(&settings))? {
        Ok(made) => keep(iso, &CONTEXT, Box::new(made)),
        Err(problem) => tuple_of(iso, &problem),
    }
}

fn secrets(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let lines: Vec<String> = lend(iso, this, |_, context: &mut Box<dyn Context>| Ok(context.secrets()))?;
    iso.new_str(&lines.concat())
}

fn client(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[context, name, earlier] = args else { return Err(raise::internal(iso)) };
    let name = if name.is_none() { None } else { iso.to_text(name) };
    let made = lend(iso, context, |iso, context: &mut Box<dyn Context>| {
        if earlier.is_none() {
            return on(iso, |tls| tls.client(context.as_ref(), name.as_deref(), None));
        }
        lend(iso, earlier, |iso, earlier: &mut Box<dyn Session>| {
            on(iso, |tls| tls.client(context.as_ref(), name.as_deref(), Some(earlier.as_ref())))
        })
    })?;
    match made {
        Ok(made) => keep(iso, &SESSION, Box::new(made)),
        Err(problem) => tuple_of(iso, &problem),
    }
}

fn server(iso: &mut Isolate, _: &[Value]) -> Completion {
    let made = on(iso, |tls| tls.server())?;
    keep(iso, &SESSION, Box::new(made))
}

fn feed(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, data] = args else { return Err(raise::internal(iso)) };
    let data = binascii::data(iso, data)?;
    on_session(iso, args, |iso, session| {
        let result = session.feed(&data);
        none_or(iso, result)
    })
}

fn wanted(iso: &mut Isolate, args: &[Value]) -> Completion {
    on_session(iso, args, |iso, session| iso.new_int(session.wanted() as i64))
}

fn take(iso: &mut Isolate, args: &[Value]) -> Completion {
    on_session(iso, args, |iso, session| iso.new_bytes(&session.take()))
}

fn read(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, size] = args else { return Err(raise::internal(iso)) };
    let size = usize::try_from(iso.to_isize(size)?).unwrap_or(0);
    on_session(iso, args, |iso, session| iso.new_bytes(&session.read(size)))
}

fn available(iso: &mut Isolate, args: &[Value]) -> Completion {
    on_session(iso, args, |iso, session| iso.new_int(session.available() as i64))
}

fn write(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, data] = args else { return Err(raise::internal(iso)) };
    let data = binascii::data(iso, data)?;
    on_session(iso, args, |iso, session| {
        let result = session.write(&data);
        none_or(iso, result)
    })
}

fn close(iso: &mut Isolate, args: &[Value]) -> Completion {
    on_session(iso, args, |_, session| {
        session.close();
        Ok(Value::NONE)
    })
}

fn progress(iso: &mut Isolate, args: &[Value]) -> Completion {
    on_session(iso, args, |_, session| {
        let progress = session.progress();
        let bits = [progress.is_handshaking, progress.wants_context, progress.is_ended];
        Ok(Value::small_int(bits.into_iter().rev().fold(0, |all, bit| all << 1 | i64::from(bit))))
    })
}

fn hello(iso: &mut Isolate, args: &[Value]) -> Completion {
    on_session(iso, args, |iso, session| {
        let Some(hello) = session.hello() else { return Ok(Value::NONE) };
        let name = match &hello.name {
            Some(name) => iso.new_str(name)?,
            None => Value::NONE,
        };
        let suites = numbers_of(iso, &hello.suites)?;
        iso.new_tuple(&[name, suites])
    })
}

fn answer(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, context] = args else { return Err(raise::internal(iso)) };
    on_session(iso, args, |iso, session| {
        let result = lend(iso, context, |_, context: &mut Box<dyn Context>| Ok(session.answer(context.as_ref())))?;
        none_or(iso, result)
    })
}

fn refuse(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, alert] = args else { return Err(raise::internal(iso)) };
    let alert = u8::try_from(iso.to_isize(alert)?).unwrap_or(80);
    on_session(iso, args, |_, session| {
        session.refuse(alert);
        Ok(Value::NONE)
    })
}

fn agreement(iso: &mut Isolate, args: &[Value]) -> Completion {
    on_session(iso, args, |iso, session| {
        let agreement = session.agreement();
        let number = |number: Option<u16>| number.map_or(Value::NONE, |number| Value::small_int(number.into()));
        let protocol = match &agreement.protocol {
            Some(protocol) => iso.new_bytes(protocol)?,
            None => Value::NONE,
        };
        let tickets = Value::small_int(agreement.tickets.into());
        let is_resumed = Value::bool(agreement.is_resumed);
        iso.new_tuple(&[number(agreement.version), number(agreement.suite), protocol, is_resumed, tickets])
    })
}

fn certificates(iso: &mut Isolate, args: &[Value]) -> Completion {
    let verified = args.get(1) == Some(&Value::TRUE);
    let all = on_session(iso, args, |_, session| Ok(session.certificates(verified)))?;
    list_of(iso, &all)
}
