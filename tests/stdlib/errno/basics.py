import errno
print(errno.ENOENT, errno.EEXIST, errno.EACCES, errno.EINVAL, errno.errorcode[2], errno.errorcode[22], errno.EIO, errno.EBADF, errno.ENOMEM, errno.EISDIR, errno.ENOTDIR)
try:
    open("surely/not/there")
except OSError as e:
    print(e.errno == errno.ENOENT, errno.errorcode[e.errno])
print(errno.EOPNOTSUPP == errno.ENOTSUP, errno.errorcode[errno.EOPNOTSUPP], errno.EWOULDBLOCK == errno.EAGAIN)
