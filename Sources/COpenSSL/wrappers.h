// Functions in place of OpenSSL's macros, which Swift cannot see. Each bears the name of its macro behind "wrap_".
#ifndef MAILAUDIT_WRAPPERS_H
#define MAILAUDIT_WRAPPERS_H

#include <dirent.h>
#include <openssl/core_names.h>
#include <openssl/param_build.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <string.h>

// Options and flags of a shape that Swift does not import.
static const uint64_t wrap_SSL_OP_LEGACY_SERVER_CONNECT = SSL_OP_LEGACY_SERVER_CONNECT;
static const int wrap_EVP_PKEY_PUBLIC_KEY = EVP_PKEY_PUBLIC_KEY;
static const unsigned long wrap_XN_FLAG_RFC2253 = XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB;

// Sessions.
static inline int wrap_SSL_set_tlsext_host_name(SSL *ssl, const char *name) {
  return (int)SSL_set_tlsext_host_name(ssl, name);
}
static inline int wrap_SSL_set_min_proto_version(SSL *ssl, int version) {
  return (int)SSL_set_min_proto_version(ssl, version);
}
static inline int wrap_SSL_set_max_proto_version(SSL *ssl, int version) {
  return (int)SSL_set_max_proto_version(ssl, version);
}
static inline int wrap_SSL_set1_sigalgs_list(SSL *ssl, const char *list) { return (int)SSL_set1_sigalgs_list(ssl, list); }
static inline int wrap_SSL_set1_groups_list(SSL *ssl, const char *list) { return (int)SSL_set1_groups_list(ssl, list); }
static inline int wrap_SSL_set_tlsext_status_type(SSL *ssl, int type) {
  return (int)SSL_set_tlsext_status_type(ssl, type);
}
static inline long wrap_SSL_get_tlsext_status_ocsp_resp(SSL *ssl) {
  unsigned char *response = NULL;
  return SSL_get_tlsext_status_ocsp_resp(ssl, &response);
}
static inline int wrap_SSL_get_negotiated_group(SSL *ssl) { return (int)SSL_get_negotiated_group(ssl); }
static inline int wrap_SSL_get_extms_support(SSL *ssl) { return (int)SSL_get_extms_support(ssl); }
static inline int wrap_SSL_get_secure_renegotiation_support(SSL *ssl) {
  return (int)SSL_get_secure_renegotiation_support(ssl);
}
// The bits of the key that the peer made for this session; 0 when there is none.
static inline int wrap_SSL_get_peer_tmp_key_bits(SSL *ssl) {
  EVP_PKEY *key = NULL;
  if (!SSL_get_peer_tmp_key(ssl, &key) || !key) return 0;
  int bits = EVP_PKEY_get_bits(key);
  EVP_PKEY_free(key);
  return bits;
}

// Stacks of certificates.
static inline STACK_OF(X509) *wrap_sk_X509_new_null(void) { return sk_X509_new_null(); }
static inline int wrap_sk_X509_num(const STACK_OF(X509) *stack) { return sk_X509_num(stack); }
static inline X509 *wrap_sk_X509_value(const STACK_OF(X509) *stack, int index) { return sk_X509_value(stack, index); }
static inline int wrap_sk_X509_push(STACK_OF(X509) *stack, X509 *certificate) {
  return sk_X509_push(stack, certificate);
}
// Frees the stack, not the certificates in it.
static inline void wrap_sk_X509_free(STACK_OF(X509) *stack) { sk_X509_free(stack); }

// Names in the subject alternative name extension.
static inline GENERAL_NAMES *wrap_subject_alt_names(const X509 *certificate) {
  return (GENERAL_NAMES *)X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
}
static inline int wrap_sk_GENERAL_NAME_num(const GENERAL_NAMES *names) { return sk_GENERAL_NAME_num(names); }
// The dNSName at an index; NULL when the name there is of another kind.
static inline const ASN1_STRING *wrap_dns_name(const GENERAL_NAMES *names, int index) {
  const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, index);
  return name && name->type == GEN_DNS ? name->d.dNSName : NULL;
}
// The iPAddress at an index; NULL when the name there is of another kind.
static inline const ASN1_STRING *wrap_ip_address(const GENERAL_NAMES *names, int index) {
  const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, index);
  return name && name->type == GEN_IPADD ? name->d.iPAddress : NULL;
}

// Modulus and exponent of an RSA key: the builder keeps the pointers to the names, so they have to be constants of C.
static inline int wrap_push_RSA(OSSL_PARAM_BLD *builder, const BIGNUM *modulus, const BIGNUM *exponent) {
  return OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, modulus) &&
         OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, exponent);
}

// Octets of a memory BIO that were not read yet.
static inline size_t wrap_BIO_get_mem_data(BIO *bio, char **data) {
  long count = BIO_get_mem_data(bio, data);
  return count > 0 ? (size_t)count : 0;
}

// How many files a directory holds that OpenSSL finds certificates by: eight hexadecimal digits, a dot and a number.
// Counting ends at "enough".
static inline int wrap_count_hashed_certificates(const char *path, int enough) {
  DIR *directory = opendir(path);
  int count = 0;
  struct dirent *entry;
  if (!directory) return 0;
  while (count < enough && (entry = readdir(directory)))
    if (strlen(entry->d_name) > 9 && strspn(entry->d_name, "0123456789abcdef") == 8 && entry->d_name[8] == '.') count++;
  closedir(directory);
  return count;
}

#endif
