# requires: threads
# Functions that trace or count threads.
import _thread
import threading

print(threading.gettrace(), threading.getprofile(), threading.ThreadError is RuntimeError)
seen = []


def watch(frame, event, argument):
    if frame.f_code.co_name == "work":
        seen.append(event)


def work():
    return threading.get_native_id()


threading.setprofile(watch)
print(threading.getprofile() is watch)
thread = threading.Thread(target=work)
thread.start()
thread.join()
threading.setprofile(None)
print(seen)
threading.settrace(watch)
print(threading.gettrace() is watch)
seen.clear()
thread = threading.Thread(target=work)
thread.start()
thread.join()
threading.settrace(None)
print(seen)
threading.settrace_all_threads(None)
threading.setprofile_all_threads(None)
print(threading.gettrace(), threading.getprofile())
print(type(threading.get_native_id()).__name__, threading.get_native_id() == threading.main_thread().native_id)
print(threading.get_ident() == threading.main_thread().ident == _thread.get_ident(), _thread.get_native_id() > 0)
