/* A session: the level that does the work, the books it has been given, scratch that is kept. */
#include "codec.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

/* Pieces of scratch that are kept for later; as many calls at once as there are need no malloc. */
enum { SLOTS = 256, EPOCHS = 256, KEPT = 64 };

struct vail {
  const struct level *level;
  struct book **books[SLOTS]; /* by slot, then epoch */
  _Atomic(struct workspace *) idle[KEPT];
};

uint32_t vail_version(void) { return VAIL_INTERFACE; }

/* "level=NAME" or nothing. */
static uint32_t choose_level(const char *options, size_t length, const struct level **chosen) {
  const struct level *const *here = levels();
  *chosen = *here;
  if (length == 0) {
    return VAIL_OK;
  }
  static const char *const names[] = {"avx512", "avx2", "portable", "reference"};
  const size_t key = strlen("level=");
  if (length <= key || memcmp(options, "level=", key) != 0) {
    return VAIL_BAD_ARGUMENT;
  }
  options += key;
  length -= key;
  for (; *here != NULL; here++) {
    if (strlen((*here)->name) == length && memcmp((*here)->name, options, length) == 0) {
      *chosen = *here;
      return VAIL_OK;
    }
  }
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strlen(names[i]) == length && memcmp(names[i], options, length) == 0) {
      return VAIL_UNSUPPORTED_FEATURE;
    }
  }
  return VAIL_BAD_ARGUMENT;
}

int32_t vail_open(const char *options, size_t length, vail_t **session) {
  *session = NULL;
  const struct level *level;
  uint32_t fault = choose_level(options, length, &level);
  if (fault) {
    return (int32_t)fault;
  }
  vail_t *opened = calloc(1, sizeof *opened);
  if (opened == NULL) {
    return VAIL_INTERNAL;
  }
  opened->level = level;
  *session = opened;
  return VAIL_OK;
}

int32_t vail_describe(const vail_t *session, char *text, size_t room, size_t *length) {
  char all[64] = "";
  for (const struct level *const *here = levels(); *here != NULL; here++) {
    size_t used = strlen(all);
    snprintf(all + used, sizeof all - used, "%s%s", used ? "," : "", (*here)->name);
  }
  char said[512];
  int written = snprintf(said, sizeof said,
                         "name=native-simd\nversion=1\nlevel=%s\nlevels=%s\nlanes=1,2,4,8,16,32,64\n"
                         "words=8,16,32\nclasses=short,long\n",
                         session->level->name, all);
  *length = (size_t)written;
  if (room < *length) {
    return VAIL_OUTPUT_TOO_SMALL;
  }
  memcpy(text, said, *length);
  return VAIL_OK;
}

/* The place of a slot and epoch, made if it is not there; null if there is no memory. */
static struct book **place(vail_t *session, uint32_t slot, uint32_t epoch) {
  if (session->books[slot] == NULL) {
    session->books[slot] = calloc(EPOCHS, sizeof(struct book *));
  }
  return session->books[slot] == NULL ? NULL : &session->books[slot][epoch];
}

int32_t vail_load_book(vail_t *session, uint32_t slot, uint32_t epoch, const uint8_t *book, size_t bytes,
                       uint8_t digest[VAIL_DIGEST_BYTES], uint64_t *fault_at) {
  *fault_at = 0;
  if (slot < 1 || slot > 254 || epoch >= EPOCHS) {
    return VAIL_BAD_ARGUMENT;
  }
  struct book read;
  struct trouble trouble = book_read(&read, book, bytes);
  if (trouble.fault) {
    *fault_at = trouble.at;
    return (int32_t)trouble.fault;
  }
  struct book **at = place(session, slot, epoch);
  if (at != NULL && *at == NULL) {
    *at = aligned_alloc(64, sizeof **at);
  }
  if (at == NULL || *at == NULL) {
    return VAIL_INTERNAL;
  }
  **at = read;
  sha256(book, bytes, digest);
  return VAIL_OK;
}

int32_t vail_close(vail_t *session) {
  if (session == NULL) {
    return VAIL_OK;
  }
  for (size_t slot = 0; slot < SLOTS; slot++) {
    for (size_t epoch = 0; session->books[slot] != NULL && epoch < EPOCHS; epoch++) {
      free(session->books[slot][epoch]);
    }
    free(session->books[slot]);
  }
  for (size_t i = 0; i < KEPT; i++) {
    free(atomic_load(&session->idle[i]));
  }
  free(session);
  return VAIL_OK;
}

const struct level *session_level(const vail_t *session) { return session->level; }

const struct book *session_book(const vail_t *session, unsigned slot, unsigned epoch) {
  return session->books[slot] == NULL ? NULL : session->books[slot][epoch];
}

/* Where a thread looks first: what it gave back there is still in its core's caches. */
static size_t own_place(void) {
  static _Thread_local char here;
  return (size_t)((uint64_t)(uintptr_t)&here * 0x9e3779b97f4a7c15u >> 58) % KEPT;
}

static struct workspace *workspace_find(vail_t *session) {
  size_t first = own_place();
  for (size_t i = 0; i < KEPT; i++) {
    _Atomic(struct workspace *) *idle = &session->idle[(first + i) % KEPT];
    if (atomic_load_explicit(idle, memory_order_relaxed) != NULL) {
      struct workspace *kept = atomic_exchange(idle, NULL);
      if (kept != NULL) {
        return kept;
      }
    }
  }
  struct workspace *made = aligned_alloc(64, (sizeof(struct workspace) + 63) / 64 * 64);
  if (made != NULL) {
    memset(made->pairs, 0, sizeof made->pairs);
  }
  return made;
}

struct workspace *workspace_take(vail_t *session) {
  struct workspace *ws = workspace_find(session);
  if (ws != NULL) {
    ws->two.book = NULL; /* may have been replaced since */
  }
  return ws;
}

void workspace_give_back(vail_t *session, struct workspace *ws) {
  size_t first = own_place();
  for (size_t i = 0; i < KEPT; i++) {
    struct workspace *none = NULL;
    if (atomic_compare_exchange_strong(&session->idle[(first + i) % KEPT], &none, ws)) {
      return;
    }
  }
  free(ws);
}
