/*
 * sendmmsg(2) and recvmmsg(2) of Linux: many datagrams in one system call. The C library declares them for _GNU_SOURCE
 * only, which its Swift module does not define; names of our own keep clear of a toolchain that does.
 */
#include <sys/socket.h>
#include <time.h>

/* struct mmsghdr: what the kernel reads and writes. */
struct datagram {
  struct msghdr header;
  unsigned int octets;
};

int send_datagrams(int socket, struct datagram *datagrams, unsigned int count, int flags) __asm__("sendmmsg");
int receive_datagrams(int socket, struct datagram *datagrams, unsigned int count, int flags, struct timespec *timeout)
    __asm__("recvmmsg");
