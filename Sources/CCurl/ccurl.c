#include "ccurl.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void initialize(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

/* The one place where every connection is made: after the name was resolved, whatever it resolved to. */
static curl_socket_t open_socket(void *client, curlsocktype purpose, struct curl_sockaddr *address) {
  const arpent_http_request *request = client;
  const uint8_t *bytes = NULL;
  size_t size = 0;
  uint16_t port = 0;
  if (purpose != CURLSOCKTYPE_IPCXN) return CURL_SOCKET_BAD;
  if (address->family == AF_INET) {
    const struct sockaddr_in *v4 = (const struct sockaddr_in *)&address->addr;
    bytes = (const uint8_t *)&v4->sin_addr;
    size = 4;
    port = ntohs(v4->sin_port);
  } else if (address->family == AF_INET6) {
    const struct sockaddr_in6 *v6 = (const struct sockaddr_in6 *)&address->addr;
    bytes = (const uint8_t *)&v6->sin6_addr;
    size = 16;
    port = ntohs(v6->sin6_port);
  }
  if (bytes == NULL || !request->may_connect(request->context, bytes, size, port)) return CURL_SOCKET_BAD;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static size_t take_bytes(char *bytes, size_t size, size_t count, void *client) {
  const arpent_http_request *request = client;
  return request->take_bytes(request->context, (const uint8_t *)bytes, size * count) ? size * count : 0;
}

static size_t take_header(char *bytes, size_t size, size_t count, void *client) {
  const arpent_http_request *request = client;
  request->take_header(request->context, (const uint8_t *)bytes, size * count);
  return size * count;
}

static int watch(void *client, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
  const arpent_http_request *request = client;
  (void)a; (void)b; (void)c; (void)d;
  return request->is_cancelled(request->context);
}

static void finish(CURL *curl, CURLcode code, const char *error, arpent_transfer *transfer) {
  transfer->code = (int)code;
  transfer->status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &transfer->status);
  snprintf(transfer->error, sizeof transfer->error, "%s", error[0] ? error : curl_easy_strerror(code));
  curl_easy_cleanup(curl);
}

static CURL *begin(arpent_transfer *transfer, char *error) {
  pthread_once(&once, initialize);
  CURL *curl = curl_easy_init();
  if (curl == NULL) {
    transfer->code = CURLE_FAILED_INIT;
    transfer->status = 0;
    transfer->error[0] = 0;
    return NULL;
  }
  error[0] = 0;
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  /* Nothing of the environment or of files decides where we connect or as whom. */
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  return curl;
}

/* Certificates given replace the system's file, not its folder of the same authorities. */
static void trust(CURL *curl, const void *authorities, size_t size) {
  if (size == 0) return;
  struct curl_blob blob = {(void *)authorities, size, CURL_BLOB_COPY};
  curl_easy_setopt(curl, CURLOPT_CAINFO_BLOB, &blob);
  curl_easy_setopt(curl, CURLOPT_CAPATH, "/etc/ssl/certs");
}

void arpent_http(const arpent_http_request *request, arpent_transfer *transfer) {
  char error[CURL_ERROR_SIZE];
  CURL *curl = begin(transfer, error);
  if (curl == NULL) return;
  struct curl_slist *headers = NULL;
  struct curl_slist *pinned = NULL;
  curl_easy_setopt(curl, CURLOPT_URL, request->url);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  trust(curl, request->authorities, request->authorities_size);
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, request->total_ms);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, request->connect_ms);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, request->slow_bytes);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, request->slow_seconds);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, (void *)request);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_bytes);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, (void *)request);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, (void *)request);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, watch);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, (void *)request);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  if (request->pinned != NULL) {
    pinned = curl_slist_append(NULL, request->pinned);
    curl_easy_setopt(curl, CURLOPT_RESOLVE, pinned);
  }
  for (size_t index = 0; index < request->header_count; index++) {
    headers = curl_slist_append(headers, request->headers[index]);
  }
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  if (strcmp(request->method, "GET") != 0) {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    if (strcmp(request->method, "POST") != 0) curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request->method);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_size);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request->body);
  }
  CURLcode code = curl_easy_perform(curl);
  finish(curl, code, error, transfer);
  curl_slist_free_all(headers);
  curl_slist_free_all(pinned);
}

typedef struct {
  const char *bytes;
  size_t left;
} reading;

static size_t give_bytes(char *buffer, size_t size, size_t count, void *client) {
  reading *source = client;
  size_t length = size * count < source->left ? size * count : source->left;
  memcpy(buffer, source->bytes, length);
  source->bytes += length;
  source->left -= length;
  return length;
}

void arpent_mail(const arpent_mail_request *request, arpent_transfer *transfer) {
  char error[CURL_ERROR_SIZE];
  CURL *curl = begin(transfer, error);
  if (curl == NULL) return;
  reading source = {request->message, request->message_size};
  struct curl_slist *to = curl_slist_append(NULL, request->to);
  curl_easy_setopt(curl, CURLOPT_URL, request->url);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  trust(curl, request->authorities, request->authorities_size);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, request->total_ms);
  curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)(request->requires_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
  if (request->user != NULL) curl_easy_setopt(curl, CURLOPT_USERNAME, request->user);
  if (request->password != NULL) curl_easy_setopt(curl, CURLOPT_PASSWORD, request->password);
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, request->from);
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, give_bytes);
  curl_easy_setopt(curl, CURLOPT_READDATA, &source);
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  CURLcode code = curl_easy_perform(curl);
  finish(curl, code, error, transfer);
  curl_slist_free_all(to);
}
