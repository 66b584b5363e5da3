#ifndef ARPENT_CCURL_H
#define ARPENT_CCURL_H
#include <stddef.h>
#include <stdint.h>

/* libcurl's options are variadic, which Swift does not call: these functions set them. */

typedef struct {
  const char *url;
  const char *method;
  const char *const *headers;
  size_t header_count;
  const void *body;
  size_t body_size;
  /* "host:port:address", or NULL to ask the system's resolver. */
  const char *pinned;
  long total_ms;
  long connect_ms;
  /* Given up below so many bytes a second over so many seconds. */
  long slow_bytes;
  long slow_seconds;
  /* Certificates (PEM) of authorities trusted besides the system's. */
  const void *authorities;
  size_t authorities_size;
  void *context;
  /* Whether to open a socket to this address: 4 or 16 bytes, in network order. */
  int (*may_connect)(void *context, const uint8_t *address, size_t size, uint16_t port);
  /* Whether to go on. */
  int (*take_bytes)(void *context, const uint8_t *bytes, size_t size);
  void (*take_header)(void *context, const uint8_t *bytes, size_t size);
  int (*is_cancelled)(void *context);
} arpent_http_request;

typedef struct {
  const char *url;
  const char *user;
  const char *password;
  const char *from;
  const char *to;
  const void *message;
  size_t message_size;
  /* Whether to refuse to go on without TLS (STARTTLS on smtp://). */
  int requires_tls;
  long total_ms;
  /* Certificates (PEM) of authorities trusted besides the system's. */
  const void *authorities;
  size_t authorities_size;
} arpent_mail_request;

typedef struct {
  /* A CURLcode: 0 when all went well. */
  int code;
  /* The status of the answer: of HTTP, or the last one of SMTP. */
  long status;
  char error[256];
} arpent_transfer;

void arpent_http(const arpent_http_request *request, arpent_transfer *transfer);
void arpent_mail(const arpent_mail_request *request, arpent_transfer *transfer);

#endif
