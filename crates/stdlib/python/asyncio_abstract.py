"""The methods of loops that are nobody's: each is for a subclass to write."""

from asyncio.events import AbstractEventLoop

_METHODS = """
    add_reader add_signal_handler add_writer call_at call_exception_handler call_later call_soon call_soon_threadsafe close
    create_future create_task default_exception_handler get_debug get_exception_handler get_task_factory is_closed
    is_running remove_reader remove_signal_handler remove_writer run_forever run_in_executor run_until_complete set_debug
    set_default_executor set_exception_handler set_task_factory stop time
"""
_COROUTINES = """
    connect_accepted_socket connect_read_pipe connect_write_pipe create_connection create_datagram_endpoint create_server
    create_unix_connection create_unix_server getaddrinfo getnameinfo sendfile shutdown_asyncgens
    shutdown_default_executor sock_accept sock_connect sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into
    sock_sendall sock_sendfile sock_sendto start_tls subprocess_exec subprocess_shell
"""


def _refuse():
    """Gives AbstractEventLoop all methods."""

    def function(self, *args, **kwargs):
        raise NotImplementedError

    async def coroutine(self, *args, **kwargs):
        raise NotImplementedError

    for names, method in ((_METHODS, function), (_COROUTINES, coroutine)):
        for name in names.split():
            setattr(AbstractEventLoop, name, method)


_refuse()
