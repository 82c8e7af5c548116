/* What the C library declares in ways that Swift does not read. */
#include <stddef.h>
#include <sys/prctl.h>

/* prctl(2) takes a variable number of arguments, which Swift does not call. */

/* No core dump of this process, and no tracing by other processes of the user. 0 when it worked. */
static inline int refuse_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
static inline int dumps_are_refused(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0; }

/* sched_getaffinity(2) is declared for _GNU_SOURCE only. A bit for each processor; 0 when it worked. */
int allowed_processors(int process, size_t octets, unsigned long *mask) __asm__("sched_getaffinity");
