// Drafts: decide with single keys, without loading the page anew.

import { listenForKeys } from "./keys.js";
import "./stage.js";

listenForKeys();
