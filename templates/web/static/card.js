// A card: Escape leaves the edit.

import { listenForKeys } from "./keys.js";

listenForKeys();
