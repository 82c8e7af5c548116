/* prctl(2) takes a variable number of arguments, which Swift does not call. */
#include <sys/prctl.h>

/* No core dump of this process, and no tracing by other processes of the user. 0 when it worked. */
static inline int refuse_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
static inline int dumps_are_refused(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0; }
