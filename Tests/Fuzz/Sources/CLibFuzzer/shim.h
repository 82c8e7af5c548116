#include <stddef.h>
#include <stdint.h>

// The entry of libFuzzer as a library, from https://llvm.org/docs/LibFuzzer.html; LLVM has no header for it.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
