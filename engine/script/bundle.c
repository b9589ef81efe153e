/* bundle.c: gathers the files that decide how a scenario plays, and their digest. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "script/loader.h"
#include "script/sandbox.h"

struct bundle *bundle_new(const char *folder)
{
    struct bundle *bundle = calloc(1, sizeof *bundle);
    if (!bundle)
        abort();
    bundle->folder = strdup(folder);
    return bundle;
}

void bundle_add(struct bundle *bundle, const char *name, const char *text, size_t length)
{
    struct source_file *grown =
        realloc(bundle->files, (size_t)(bundle->count + 1) * sizeof *bundle->files);
    char *copy = malloc(length + 1);
    if (!grown || !copy)
        abort();
    memcpy(copy, text, length);
    copy[length] = '\0';
    bundle->files = grown;
    bundle->files[bundle->count++] =
        (struct source_file){.name = strdup(name), .text = copy, .length = length};
}

static void hash_number(crypto_hash_sha256_state *hash, size_t number)
{
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)((uint64_t)number >> (8 * i));
    crypto_hash_sha256_update(hash, bytes, sizeof bytes);
}

void bundle_seal(struct bundle *bundle)
{
    crypto_hash_sha256_state hash;
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_init(&hash);
    for (int i = 0; i < bundle->count; i++) {
        const struct source_file *file = &bundle->files[i];
        hash_number(&hash, strlen(file->name));
        crypto_hash_sha256_update(&hash, (const unsigned char *)file->name, strlen(file->name));
        hash_number(&hash, file->length);
        crypto_hash_sha256_update(&hash, (const unsigned char *)file->text, file->length);
    }
    crypto_hash_sha256_final(&hash, digest);
    sodium_bin2hex(bundle->digest, sizeof bundle->digest, digest, sizeof digest);
}

void bundle_free(struct bundle *bundle)
{
    if (!bundle)
        return;
    for (int i = 0; i < bundle->count; i++) {
        free(bundle->files[i].name);
        free(bundle->files[i].text);
    }
    free(bundle->files);
    free(bundle->folder);
    free(bundle);
}

/* ------------------------------------------------------------------------------ reading ---- */

static bool read_regular(int descriptor, const char *path, struct buffer *text, struct error *error)
{
    char block[16384];
    struct stat status;
    if (fstat(descriptor, &status) < 0 || !S_ISREG(status.st_mode))
        return error_at(error, ERROR_NOT_FOUND, path, 0, "this is not a plain file");
    for (;;) {
        ssize_t count = read(descriptor, block, sizeof block);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return error_at(error, ERROR_SYSTEM, path, 0, "can't read it: %s", strerror(errno));
        if (count == 0)
            return true;
        buffer_add_bytes(text, block, (size_t)count);
        if (text->length > (size_t)SANDBOX_SOURCE_MAX)
            return error_at(error, ERROR_SCENARIO, path, 0, "the file is longer than %d KiB",
                            SANDBOX_SOURCE_MAX / 1024);
    }
}

/* Reads `path` into the bundle as `name`. */
static bool add_file(struct bundle *bundle, const char *name, const char *path, struct error *error)
{
    struct buffer text = {0};
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return error_at(error, ERROR_NOT_FOUND, path, 0, "can't open it: %s", strerror(errno));
    bool done = read_regular(descriptor, path, &text, error);
    close(descriptor);
    if (done)
        bundle_add(bundle, name, text.data ? text.data : "", text.length);
    buffer_free(&text);
    return done;
}

/* The first of the two folders that holds `name`. */
static bool add_from(struct bundle *bundle, const char *name, const char *folder,
                     const char *base_folder, struct error *error)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s%s", folder, name);
    if (access(path.data, F_OK) != 0 && base_folder) {
        buffer_free(&path);
        buffer_printf(&path, "%s/%s", base_folder, name);
    }
    bool done = add_file(bundle, name, path.data, error);
    buffer_free(&path);
    return done;
}

static int is_lua_file(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return entry->d_name[0] != '.' && length > 4 && strcmp(entry->d_name + length - 4, ".lua") == 0;
}

static int compare_entries(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

static bool add_packs(struct bundle *bundle, const char *folder, const char *base_folder,
                      struct error *error)
{
    struct buffer path = {0};
    struct dirent **entries = NULL;
    bool done = true;
    buffer_printf(&path, "%srules", folder);
    if (access(path.data, F_OK) != 0 && base_folder) {
        buffer_free(&path);
        buffer_printf(&path, "%s/rules", base_folder);
    }
    int count = scandir(path.data, &entries, is_lua_file, compare_entries);
    if (count < 0)
        done = error_at(error, ERROR_NOT_FOUND, path.data, 0, "can't read the rule packs: %s",
                        strerror(errno));
    for (int i = 0; i < count; i++) {
        struct buffer name = {0}, file = {0};
        buffer_printf(&name, "rules/%s", entries[i]->d_name);
        buffer_printf(&file, "%s/%s", path.data, entries[i]->d_name);
        done = done && add_file(bundle, name.data, file.data, error);
        buffer_free(&name);
        buffer_free(&file);
        free(entries[i]);
    }
    free(entries);
    buffer_free(&path);
    return done;
}

/* A bundle of the file at `path` alone, not yet sealed; NULL on failure. */
static struct bundle *begin_with(const char *path, struct error *error)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup("");
    struct bundle *bundle = bundle_new(folder);
    free(folder);
    if (add_file(bundle, slash ? slash + 1 : path, path, error))
        return bundle;
    bundle_free(bundle);
    return NULL;
}

/* Seals what was read, or throws away what was not read to the end. */
static struct bundle *end_with(struct bundle *bundle, bool done)
{
    if (!done) {
        bundle_free(bundle);
        return NULL;
    }
    bundle_seal(bundle);
    return bundle;
}

struct bundle *bundle_read(const char *path, const char *base_folder, struct error *error)
{
    struct bundle *bundle = begin_with(path, error);
    if (!bundle)
        return NULL;
    const char *folder = bundle->folder;
    return end_with(bundle, add_from(bundle, "vocabulary.lua", folder, base_folder, error) &&
                                add_from(bundle, "sources.lua", folder, base_folder, error) &&
                                add_packs(bundle, folder, base_folder, error));
}

struct bundle *bundle_read_sourced(const char *path, const char *base_folder, struct error *error)
{
    struct bundle *bundle = begin_with(path, error);
    if (!bundle)
        return NULL;
    return end_with(bundle, add_from(bundle, "sources.lua", bundle->folder, base_folder, error));
}
