/*
 * store.c: opens and closes the database, and knows where it is kept.
 */
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/words.h"
#include "store/database.h"

#define BUSY_TIMEOUT_MS 2000

/* ------------------------------------------------------------------------------- files ---- */

/* A new folder's name is on disk only when the folder that holds it is. */
static void sync_folder(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder); /* not every file system can, and none needs more from us */
        close(folder);
    }
}

/* Makes the folder `path` and those above it, for the user alone. `path` is cut and restored. */
static bool make_folders(char *path)
{
    if (mkdir(path, 0700) == 0 || errno == EEXIST) {
        return true;
    }
    char *slash = errno == ENOENT ? strrchr(path, '/') : NULL;
    if (slash == NULL || slash == path) {
        return false;
    }
    *slash = '\0';
    bool made = make_folders(path);
    *slash = '/';
    if (!made || (mkdir(path, 0700) != 0 && errno != EEXIST)) {
        return false;
    }
    *slash = '\0';
    sync_folder(path);
    *slash = '/';
    return true;
}

static bool make_parent(const char *path, struct error *error)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL || slash == path) {
        return true;
    }
    struct buffer folder = {0};
    buffer_add_bytes(&folder, path, (size_t)(slash - path));
    bool made = make_folders(folder.data);
    if (!made) {
        error_at(
            error, ERROR_STORE, folder.data, 0,
            _("the folder can't be made (%s); make it, or name another file with YANLIAN_STORE"),
            strerror(errno));
    }
    buffer_free(&folder);
    return made;
}

/*
 * Makes the file, readable for the user alone: SQLite would let everybody read it. A file that is
 * there is not even opened, as closing it would drop the locks that SQLite holds on it elsewhere in
 * this program.
 */
static bool make_file(const char *path, struct error *error)
{
    struct stat status;
    int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) {
        close(file);
        return true;
    }
    if (errno != EEXIST) {
        return error_at(error, ERROR_STORE, path, 0,
                        _("the database can't be made (%s); make its folder writable, or name "
                          "another file with YANLIAN_STORE"),
                        strerror(errno));
    }
    if (stat(path, &status) != 0) {
        return true; /* SQLite will say */
    }
    if (!S_ISREG(status.st_mode)) {
        return error_at(error, ERROR_STORE, path, 0,
                        _("this is %s, not a database file; name a file with YANLIAN_STORE"),
                        S_ISDIR(status.st_mode) ? _("a folder") : _("a device or the like"));
    }
    /* SQLite takes a file of one byte for an empty one, and would write over it. */
    return status.st_size != 1 ||
           error_at(error, ERROR_STORE, path, 0,
                    _("this is not a yanlian database; name another file with YANLIAN_STORE"));
}

static char *join(const char *folder, const char *rest)
{
    struct buffer path = {0};
    buffer_add(&path, folder);
    buffer_add(&path, rest);
    return buffer_take(&path);
}

char *store_default_path(struct error *error)
{
    const char *named = getenv("YANLIAN_STORE");
    if (named != NULL && named[0] != '\0') {
        return join(named, "");
    }
    /* The XDG specification: a relative path is invalid and to be ignored. */
    const char *data = getenv("XDG_DATA_HOME");
    if (data != NULL && data[0] == '/') {
        return join(data, "/yanlian/yanlian.db");
    }
    const char *home = getenv("HOME");
    if (home != NULL && home[0] != '\0') {
        return join(home, "/.local/share/yanlian/yanlian.db");
    }
    error_set(error, ERROR_STORE,
              _("there is no home folder to keep results in; set HOME, or name a file with "
                "YANLIAN_STORE"));
    return NULL;
}

/* ------------------------------------------------------------------------------ opening ---- */

/* A name like ":memory:" or "file:x?mode=ro" is a file's name here, and no message to SQLite. */
static int open_file(struct store *store)
{
    char *plain = join(store->path[0] == '/' ? "" : "./", store->path);
    int status =
        sqlite3_open_v2(plain, &store->db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, NULL);
    free(plain);
    return status;
}

/* What is in the file is data: it must not be able to run anything, nor to break the reader. */
static bool harden(struct store *store, struct error *error)
{
    int status = sqlite3_busy_timeout(store->db, BUSY_TIMEOUT_MS);
    if (status == SQLITE_OK) {
        status = sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    }
    if (status == SQLITE_OK) {
        status = sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    }
    if (status != SQLITE_OK) {
        return database_fail(store, status, error);
    }
    return database_execute(store, "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON", error);
}

/* SQLite itself does not wait when two programs make the same database at once. */
static bool keep_log_ahead(struct store *store, struct error *error)
{
    int64_t deadline = clock_monotonic_ms() + BUSY_TIMEOUT_MS;
    int status = sqlite3_exec(store->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    while ((status & 0xff) == SQLITE_BUSY && clock_monotonic_ms() < deadline) {
        sqlite3_sleep(10);
        status = sqlite3_exec(store->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    }
    return status == SQLITE_OK ? database_execute(store, "PRAGMA synchronous = FULL", error)
                               : database_fail(store, status, error);
}

static bool prepare(struct store *store, struct error *error)
{
    if (!harden(store, error)) {
        return false;
    }
    if (sqlite3_db_readonly(store->db, "main") == 1) {
        return database_fail(store, SQLITE_READONLY, error);
    }
    return schema_identify(store, error) && keep_log_ahead(store, error) &&
           schema_migrate(store, error);
}

struct store *store_open(const char *path, struct error *error)
{
    if (sodium_init() < 0) {
        error_set(error, ERROR_SYSTEM, _("the system gives no random numbers; is /dev mounted?"));
        return NULL;
    }
    if (path[0] == '\0') {
        error_set(error, ERROR_STORE,
                  _("the database has no name; name a file with YANLIAN_STORE"));
        return NULL;
    }
    if (!make_parent(path, error) || !make_file(path, error)) {
        return NULL;
    }
    struct store *store = calloc(1, sizeof *store);
    if (store == NULL) {
        abort();
    }
    store->path = join(path, "");
    int status = open_file(store);
    if (status != SQLITE_OK) {
        database_fail(store, status, error);
    } else if (prepare(store, error)) {
        return store;
    }
    store_close(store);
    return NULL;
}

void store_close(struct store *store)
{
    if (store == NULL) {
        return;
    }
    for (int i = 0; i < DATABASE_CACHE; i++) {
        sqlite3_finalize(store->cache[i].statement);
    }
    sqlite3_close(store->db);
    free(store->path);
    free(store);
}
