#include "lanyard-sandbox.h"
