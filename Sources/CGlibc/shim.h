// What Swift's module of the GNU C library leaves out.
#include <malloc.h>
#include <nss.h>
