/* file.c: writes files whole or not at all. */
#include "class/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/words.h"

bool file_write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

char *file_read_all(int descriptor, size_t *length, struct error *error)
{
    struct buffer all = {0};
    char part[16384];
    if (lseek(descriptor, 0, SEEK_SET) < 0) {
        error_set(error, ERROR_SYSTEM, _("A temporary file cannot be read: %s."), strerror(errno));
        return NULL;
    }
    for (;;) {
        ssize_t count = read(descriptor, part, sizeof part);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            buffer_free(&all);
            error_set(error, ERROR_SYSTEM, _("A temporary file cannot be read: %s."),
                      strerror(errno));
            return NULL;
        }
        if (count == 0)
            break;
        buffer_add_bytes(&all, part, (size_t)count);
    }
    *length = all.length;
    return buffer_take(&all);
}

int file_nameless(struct error *error)
{
    const char *folder = getenv("TMPDIR");
    struct buffer name = {0};
    buffer_printf(&name, "%s/yanlian.XXXXXX", folder && *folder ? folder : "/tmp");
    int descriptor = mkostemp(name.data, O_CLOEXEC);
    if (descriptor < 0)
        error_set(error, ERROR_SYSTEM, _("No temporary file can be made in %s: %s."),
                  folder && *folder ? folder : "/tmp", strerror(errno));
    else
        unlink(name.data);
    buffer_free(&name);
    return descriptor;
}

static bool fail(const char *path, int reason, struct error *error)
{
    return error_set(error, ERROR_SYSTEM,
                     _("%s cannot be written: %s. Nothing that was there before has changed."),
                     path, strerror(reason));
}

/* What a new file's mode would be had it been made by its own name. */
static mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool write_beside(const char *path, char *temporary, mode_t mode, const char *bytes,
                         size_t length, struct error *error)
{
    int descriptor = mkostemp(temporary, O_CLOEXEC);
    if (descriptor < 0)
        return fail(path, errno, error);
    bool written = file_write_all(descriptor, bytes, length) && fchmod(descriptor, mode) == 0 &&
                   fsync(descriptor) == 0;
    int reason = written ? 0 : errno;
    if (close(descriptor) != 0 && written) {
        written = false;
        reason = errno;
    }
    if (written && rename(temporary, path) != 0) {
        written = false;
        reason = errno;
    }
    if (!written) {
        unlink(temporary);
        return fail(path, reason, error);
    }
    return true;
}

static bool write_into(const char *path, const char *bytes, size_t length, struct error *error)
{
    int descriptor = open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(path, errno, error);
    bool written = file_write_all(descriptor, bytes, length);
    int reason = errno;
    if (close(descriptor) != 0 && written) {
        written = false;
        reason = errno;
    }
    return written || fail(path, reason, error);
}

bool file_replace(const char *path, const char *bytes, size_t length, struct error *error)
{
    struct stat there;
    bool exists = stat(path, &there) == 0;
    if (exists && S_ISDIR(there.st_mode))
        return fail(path, EISDIR, error);
    if (exists && !S_ISREG(there.st_mode))
        return write_into(path, bytes, length, error);
    const char *slash = strrchr(path, '/');
    struct buffer temporary = {0};
    buffer_add_bytes(&temporary, path, slash ? (size_t)(slash - path) + 1 : 0);
    buffer_add(&temporary, ".yanlian.XXXXXX");
    bool done = write_beside(path, temporary.data, exists ? there.st_mode & 07777 : usual_mode(),
                             bytes, length, error);
    buffer_free(&temporary);
    return done;
}
