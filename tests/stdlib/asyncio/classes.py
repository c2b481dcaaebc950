# The classes of the module by their names: what belongs to what, and what the abstract ones refuse.
import asyncio

for name in ("AbstractEventLoop", "AbstractServer", "BaseEventLoop", "EventLoop", "SelectorEventLoop"):
    cls = getattr(asyncio, name)
    print(name, issubclass(cls, asyncio.AbstractEventLoop), issubclass(cls, asyncio.BaseEventLoop))
for base, classes in {
    asyncio.BaseTransport: (asyncio.ReadTransport, asyncio.WriteTransport, asyncio.Transport, asyncio.DatagramTransport,
                            asyncio.SubprocessTransport),
    asyncio.BaseProtocol: (asyncio.Protocol, asyncio.BufferedProtocol, asyncio.DatagramProtocol,
                           asyncio.SubprocessProtocol, asyncio.StreamReaderProtocol),
    asyncio.Handle: (asyncio.TimerHandle,),
    asyncio.Future: (asyncio.Task,),
    Exception: (asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.SendfileNotAvailableError,
                asyncio.InvalidStateError, asyncio.BrokenBarrierError, asyncio.QueueShutDown),
}.items():  # fmt: skip
    print(base.__name__, [(cls.__name__, issubclass(cls, base)) for cls in classes])
print(issubclass(asyncio.IncompleteReadError, EOFError), issubclass(asyncio.SendfileNotAvailableError, RuntimeError))
error = asyncio.IncompleteReadError(b"ab", 5)
print(error, error.partial, error.expected, asyncio.IncompleteReadError(b"", None))
error = asyncio.LimitOverrunError("too long", 7)
print(error, error.consumed)

# Methods of the abstract loop are for others to write.
loop = asyncio.AbstractEventLoop()
for name, arguments in (
    ("call_soon", (print,)), ("call_later", (1, print)), ("call_at", (1, print)), ("call_soon_threadsafe", (print,)),
    ("time", ()), ("stop", ()), ("close", ()), ("is_running", ()), ("is_closed", ()), ("run_forever", ()),
    ("run_until_complete", (None,)), ("create_future", ()), ("create_task", (None,)), ("get_debug", ()),
    ("set_debug", (True,)), ("get_task_factory", ()), ("set_task_factory", (None,)), ("get_exception_handler", ()),
    ("set_exception_handler", (None,)), ("default_exception_handler", ({},)), ("call_exception_handler", ({},)),
    ("add_reader", (0, print)), ("remove_reader", (0,)), ("add_writer", (0, print)), ("remove_writer", (0,)),
    ("add_signal_handler", (2, print)), ("remove_signal_handler", (2,)), ("run_in_executor", (None, print)),
    ("set_default_executor", (None,)),
):  # fmt: skip
    try:
        getattr(loop, name)(*arguments)
        print(name, "gives something")
    except NotImplementedError as error:
        print(name, error.args)
for name, arguments in (
    ("shutdown_asyncgens", ()), ("shutdown_default_executor", ()), ("getaddrinfo", ("h", 1)), ("getnameinfo", (("h", 1),)),
    ("create_connection", (print,)), ("create_server", (print,)), ("start_tls", (1, 2, 3)), ("sendfile", (1, 2)),
    ("create_unix_connection", (print,)), ("create_unix_server", (print,)), ("connect_accepted_socket", (print, 1)),
    ("create_datagram_endpoint", (print,)), ("connect_read_pipe", (print, 1)), ("connect_write_pipe", (print, 1)),
    ("subprocess_shell", (print, "c")), ("subprocess_exec", (print, "c")), ("sock_recv", (1, 2)),
    ("sock_recv_into", (1, 2)), ("sock_recvfrom", (1, 2)), ("sock_recvfrom_into", (1, 2)), ("sock_sendall", (1, 2)),
    ("sock_sendto", (1, 2, 3)), ("sock_connect", (1, 2)), ("sock_accept", (1,)), ("sock_sendfile", (1, 2)),
):  # fmt: skip
    try:
        getattr(loop, name)(*arguments).send(None)
    except NotImplementedError as error:
        print(name, error.args)

server = asyncio.AbstractServer()
for name in ("close", "get_loop", "is_serving", "close_clients", "abort_clients"):
    try:
        getattr(server, name)()
    except NotImplementedError as error:
        print(name, error.args)
for name in ("start_serving", "serve_forever", "wait_closed"):
    try:
        getattr(server, name)().send(None)
    except NotImplementedError as error:
        print(name, error.args)

# Transports keep what is known of them, and refuse the rest.
transport = asyncio.Transport({"peername": "p"})
print(transport.get_extra_info("peername"), transport.get_extra_info("x", 5))
for name in ("is_closing", "close", "get_protocol", "is_reading", "pause_reading", "resume_reading", "abort", "can_write_eof",
             "write_eof", "get_write_buffer_size", "get_write_buffer_limits", "set_write_buffer_limits"):  # fmt: skip
    try:
        getattr(transport, name)()
    except NotImplementedError as error:
        print(name, error.args)
for cls, calls in (
    (asyncio.DatagramTransport, {"sendto": (b"",), "abort": ()}),
    (asyncio.SubprocessTransport, {"get_pid": (), "get_returncode": (), "get_pipe_transport": (1,), "send_signal": (1,),
                                   "terminate": (), "kill": ()}),
    (asyncio.BaseTransport, {"set_protocol": (1,)}),
    (asyncio.WriteTransport, {"write": (b"",)}),
):  # fmt: skip
    for name, arguments in calls.items():
        try:
            getattr(cls(), name)(*arguments)
        except NotImplementedError as error:
            print(cls.__name__, name, error.args)
try:
    asyncio.WriteTransport().writelines([b"a", b"b"])
except NotImplementedError:
    print("writelines writes")

# Protocols do nothing.
for cls, calls in (
    (asyncio.BaseProtocol, {"connection_made": (1,), "connection_lost": (None,), "pause_writing": (), "resume_writing": ()}),
    (asyncio.Protocol, {"data_received": (b"",), "eof_received": ()}),
    (asyncio.BufferedProtocol, {"get_buffer": (1,), "buffer_updated": (1,), "eof_received": ()}),
    (asyncio.DatagramProtocol, {"datagram_received": (b"", 1), "error_received": (None,)}),
    (asyncio.SubprocessProtocol, {"pipe_data_received": (1, b""), "pipe_connection_lost": (1, None), "process_exited": ()}),
):
    print(cls.__name__, [getattr(cls(), name)(*arguments) for name, arguments in calls.items()])
