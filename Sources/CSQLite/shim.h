/* SQLite is loaded when a history is opened, not when the program starts: linked, it costs every start half a megabyte. */
#include <dlfcn.h>
#include <sqlite3.h>

static inline void *late_symbol(const char *name) {
  void *library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
  return library ? dlsym(library, name) : 0;
}

/* late_NAME calls NAME of the library. Only after late_sqlite_is_there() said so. */
#define LATE(result, name, parameters, arguments)                   \
  static inline result late_##name parameters {                     \
    static __typeof__(&name) function;                              \
    if (!function) function = (__typeof__(&name))late_symbol(#name); \
    return function arguments;                                      \
  }

LATE(int, sqlite3_open_v2, (const char *file, sqlite3 **db, int flags, const char *vfs), (file, db, flags, vfs))
LATE(int, sqlite3_close_v2, (sqlite3 * db), (db))
LATE(int, sqlite3_extended_errcode, (sqlite3 * db), (db))
LATE(const char *, sqlite3_errmsg, (sqlite3 * db), (db))
LATE(const char *, sqlite3_errstr, (int code), (code))
LATE(int, sqlite3_busy_timeout, (sqlite3 * db, int milliseconds), (db, milliseconds))
LATE(int, sqlite3_limit, (sqlite3 * db, int kind, int value), (db, kind, value))
LATE(sqlite3_int64, sqlite3_last_insert_rowid, (sqlite3 * db), (db))
LATE(int, sqlite3_changes, (sqlite3 * db), (db))
LATE(int, sqlite3_prepare_v3,
     (sqlite3 * db, const char *text, int octets, unsigned flags, sqlite3_stmt **statement, const char **tail),
     (db, text, octets, flags, statement, tail))
LATE(int, sqlite3_finalize, (sqlite3_stmt * statement), (statement))
LATE(int, sqlite3_step, (sqlite3_stmt * statement), (statement))
LATE(int, sqlite3_reset, (sqlite3_stmt * statement), (statement))
LATE(int, sqlite3_clear_bindings, (sqlite3_stmt * statement), (statement))
LATE(int, sqlite3_bind_parameter_count, (sqlite3_stmt * statement), (statement))
LATE(int, sqlite3_bind_null, (sqlite3_stmt * statement, int index), (statement, index))
LATE(int, sqlite3_bind_int64, (sqlite3_stmt * statement, int index, sqlite3_int64 value), (statement, index, value))
LATE(int, sqlite3_column_type, (sqlite3_stmt * statement, int column), (statement, column))
LATE(sqlite3_int64, sqlite3_column_int64, (sqlite3_stmt * statement, int column), (statement, column))
LATE(const unsigned char *, sqlite3_column_text, (sqlite3_stmt * statement, int column), (statement, column))
LATE(int, sqlite3_column_bytes, (sqlite3_stmt * statement, int column), (statement, column))

/* SQLITE_TRANSIENT, a cast of -1, is none of Swift's values: the octets are copied. */
static inline int late_bind_text(sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 octets) {
  static __typeof__(&sqlite3_bind_text64) function;
  if (!function) function = (__typeof__(&sqlite3_bind_text64))late_symbol("sqlite3_bind_text64");
  return function(statement, index, text, octets, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/* Whether the library can be loaded, with the youngest of the functions above (3.20). */
static inline int late_sqlite_is_there(void) { return late_symbol("sqlite3_prepare_v3") != 0; }
