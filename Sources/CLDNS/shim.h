/* <stdbool.h> comes first: without it ldns defines bool as a signed char. */
#include <stdbool.h>
#include <ldns/ldns.h>
