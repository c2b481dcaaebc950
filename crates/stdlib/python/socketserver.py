"""Servers: a class that waits for requests, and one that handles them.

    class Handler(StreamRequestHandler):
        def handle(self):
            self.wfile.write(self.rfile.readline().upper())
    with TCPServer(("localhost", 9999), Handler) as server:
        server.serve_forever()
"""

import io
import selectors
import socket
import threading
import time

__all__ = [
    "BaseServer", "TCPServer", "UDPServer", "ThreadingUDPServer", "ThreadingTCPServer", "BaseRequestHandler",
    "StreamRequestHandler", "DatagramRequestHandler", "ThreadingMixIn",
]  # fmt: skip


class BaseServer:
    """What all servers do; subclasses say how requests are taken."""

    timeout = None

    def __init__(self, server_address, RequestHandlerClass):
        self.server_address = server_address
        self.RequestHandlerClass = RequestHandlerClass
        self._is_shut_down = threading.Event()
        self._is_shut_down.set()
        self._shutdown_request = False

    def server_activate(self):
        """Begin to take requests."""

    def serve_forever(self, poll_interval=0.5):
        """Handle requests until shutdown() is called in another thread."""
        self._is_shut_down.clear()
        try:
            with selectors.DefaultSelector() as selector:
                selector.register(self, selectors.EVENT_READ)
                while not self._shutdown_request:
                    ready = selector.select(poll_interval)
                    if self._shutdown_request:
                        break
                    if ready:
                        self._handle_request_noblock()
                    self.service_actions()
        finally:
            self._shutdown_request = False
            self._is_shut_down.set()

    def shutdown(self):
        """End serve_forever(), and wait until it has ended."""
        self._shutdown_request = True
        self._is_shut_down.wait()

    def service_actions(self):
        """What is to be done now and then in serve_forever()."""

    def handle_request(self):
        """Handle one request; wait for it at most as long as the timeout says."""
        timeout = self.socket.gettimeout()
        if timeout is None:
            timeout = self.timeout
        elif self.timeout is not None:
            timeout = min(timeout, self.timeout)
        deadline = None if timeout is None else time.monotonic() + timeout
        with selectors.DefaultSelector() as selector:
            selector.register(self, selectors.EVENT_READ)
            while True:
                if selector.select(timeout):
                    return self._handle_request_noblock()
                if deadline is not None:
                    timeout = deadline - time.monotonic()
                    if timeout < 0:
                        return self.handle_timeout()

    def _handle_request_noblock(self):
        try:
            request, client_address = self.get_request()
        except OSError:
            return
        try:
            if self.verify_request(request, client_address):
                self.process_request(request, client_address)
            else:
                self.shutdown_request(request)
        except Exception:
            self.handle_error(request, client_address)
            self.shutdown_request(request)
        except BaseException:
            self.shutdown_request(request)
            raise

    def handle_timeout(self):
        """No request has come in time."""

    def verify_request(self, request, client_address):
        """Whether the request shall be handled."""
        return True

    def process_request(self, request, client_address):
        """Handle a request, and close it."""
        self.finish_request(request, client_address)
        self.shutdown_request(request)

    def server_close(self):
        """Stop listening."""

    def finish_request(self, request, client_address):
        """Make a handler for a request: that handles it."""
        self.RequestHandlerClass(request, client_address, self)

    def shutdown_request(self, request):
        """Close a request that was handled."""
        self.close_request(request)

    def close_request(self, request):
        """Close a request."""

    def handle_error(self, request, client_address):
        """Show what a handler has raised."""
        import sys
        import traceback

        line = "-" * 40
        print(line, file=sys.stderr)
        print("Exception occurred during processing of request from", client_address, file=sys.stderr)
        traceback.print_exc()
        print(line, file=sys.stderr)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.server_close()


class TCPServer(BaseServer):
    """A server for connections."""

    address_family = socket.AF_INET
    socket_type = socket.SOCK_STREAM
    request_queue_size = 5
    allow_reuse_address = False
    allow_reuse_port = False

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        BaseServer.__init__(self, server_address, RequestHandlerClass)
        self.socket = socket.socket(self.address_family, self.socket_type)
        if bind_and_activate:
            try:
                self.server_bind()
                self.server_activate()
            except BaseException:
                self.server_close()
                raise

    def server_bind(self):
        """Take the address."""
        if self.allow_reuse_address and hasattr(socket, "SO_REUSEADDR"):
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if self.allow_reuse_port and hasattr(socket, "SO_REUSEPORT"):
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def server_activate(self):
        """Listen."""
        self.socket.listen(self.request_queue_size)

    def server_close(self):
        """Stop listening."""
        self.socket.close()

    def fileno(self):
        """The number of the socket."""
        return self.socket.fileno()

    def get_request(self):
        """The next connection, and where it comes from."""
        return self.socket.accept()

    def shutdown_request(self, request):
        """Say that nothing more comes, and close."""
        try:
            request.shutdown(socket.SHUT_WR)
        except OSError:
            # The other side was quicker.
            pass
        self.close_request(request)

    def close_request(self, request):
        """Close a connection."""
        request.close()


class UDPServer(TCPServer):
    """A server for datagrams."""

    socket_type = socket.SOCK_DGRAM
    max_packet_size = 8192

    def get_request(self):
        """The next datagram with the socket, and where it comes from."""
        data, address = self.socket.recvfrom(self.max_packet_size)
        return (data, self.socket), address

    def server_activate(self):
        """Nothing: datagrams come by themselves."""

    def shutdown_request(self, request):
        """Nothing."""

    def close_request(self, request):
        """Nothing."""


class ThreadingMixIn:
    """Handles each request in a thread of its own."""

    daemon_threads = False
    block_on_close = True
    _threads = None

    def process_request_thread(self, request, client_address):
        """What the thread does."""
        try:
            self.finish_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
        finally:
            self.shutdown_request(request)

    def process_request(self, request, client_address):
        """Start a thread."""
        thread = threading.Thread(
            target=self.process_request_thread, args=(request, client_address), daemon=self.daemon_threads
        )
        if not thread.daemon and self.block_on_close:
            self._threads = [each for each in self._threads or () if each.is_alive()] + [thread]
        thread.start()

    def server_close(self):
        """Stop listening, and wait for the threads."""
        super().server_close()
        threads, self._threads = self._threads, None
        for thread in threads or ():
            thread.join()


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    """A server for datagrams with threads."""


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    """A server for connections with threads."""


if hasattr(socket, "AF_UNIX"):
    __all__ += ["UnixStreamServer", "UnixDatagramServer", "ThreadingUnixStreamServer", "ThreadingUnixDatagramServer"]

    class UnixStreamServer(TCPServer):
        """A server for connections on this computer."""

        address_family = socket.AF_UNIX

    class UnixDatagramServer(UDPServer):
        """A server for datagrams on this computer."""

        address_family = socket.AF_UNIX

    class ThreadingUnixStreamServer(ThreadingMixIn, UnixStreamServer):
        """A server for connections on this computer with threads."""

    class ThreadingUnixDatagramServer(ThreadingMixIn, UnixDatagramServer):
        """A server for datagrams on this computer with threads."""


class BaseRequestHandler:
    """Handles a request when it is made: setup(), handle(), finish()."""

    def __init__(self, request, client_address, server):
        self.request = request
        self.client_address = client_address
        self.server = server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        """What comes before handle()."""

    def handle(self):
        """What is to be done."""

    def finish(self):
        """What comes after handle()."""


class _SocketWriter(io.BufferedIOBase):
    """A file that writes to a socket at once."""

    def __init__(self, sock):
        self._sock = sock

    def writable(self):
        """True."""
        return True

    def write(self, b):
        """Send bytes: how many."""
        self._sock.sendall(b)
        return memoryview(b).nbytes

    def fileno(self):
        """The number of the socket."""
        return self._sock.fileno()


class StreamRequestHandler(BaseRequestHandler):
    """A handler that has the connection as two files: rfile and wfile."""

    rbufsize = -1
    wbufsize = 0
    timeout = None
    disable_nagle_algorithm = False

    def setup(self):
        """Make the files."""
        self.connection = self.request
        if self.timeout is not None:
            self.connection.settimeout(self.timeout)
        if self.disable_nagle_algorithm:
            self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        self.rfile = self.connection.makefile("rb", self.rbufsize)
        if self.wbufsize == 0:
            self.wfile = _SocketWriter(self.connection)
        else:
            self.wfile = self.connection.makefile("wb", self.wbufsize)

    def finish(self):
        """Close the files."""
        if not self.wfile.closed:
            try:
                self.wfile.flush()
            except OSError:
                # Nobody listens any more.
                pass
        self.wfile.close()
        self.rfile.close()


class DatagramRequestHandler(BaseRequestHandler):
    """A handler that has the datagram as a file to read, and one to write the answer to."""

    def setup(self):
        """Make the files."""
        self.packet, self.socket = self.request
        self.rfile = io.BytesIO(self.packet)
        self.wfile = io.BytesIO()

    def finish(self):
        """Send the answer."""
        self.socket.sendto(self.wfile.getvalue(), self.client_address)
