// Verifies the messages of a folder with libopendkim: opendkim-verify FOLDER COUNT. Built by script/bench message.
#include <fcntl.h>
#include <opendkim/dkim.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  DKIM_LIB *library = dkim_init(NULL, NULL);
  char path[4096];
  static unsigned char buffer[1 << 16];
  int method = DKIM_QUERY_FILE, count = atoi(argv[2]), passing = 0;
  snprintf(path, sizeof path, "%s/keys", argv[1]);
  dkim_options(library, DKIM_OP_SETOPT, DKIM_OPTS_QUERYMETHOD, &method, sizeof method);
  dkim_options(library, DKIM_OP_SETOPT, DKIM_OPTS_QUERYINFO, path, strlen(path));
  for (int number = 0; number < count; number++) {
    DKIM_STAT status;
    snprintf(path, sizeof path, "%s/%d.eml", argv[1], number);
    int file = open(path, O_RDONLY);
    DKIM *message = dkim_verify(library, (unsigned char *)"bench", NULL, &status);
    if (file < 0 || !message) return 74;
    ssize_t length;
    while ((length = read(file, buffer, sizeof buffer)) > 0) dkim_chunk(message, buffer, length);
    dkim_chunk(message, NULL, 0);
    bool tested;
    passing += dkim_eom(message, &tested) == DKIM_STAT_OK;
    dkim_free(message);
    close(file);
  }
  printf("messages %d passing %d\n", count, passing);
  dkim_close(library);
  return 0;
}
