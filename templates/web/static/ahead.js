// The next cards of the sitting, fetched before they are needed, so that each is there at once.

import { unsent, useToken } from "./outbox.js";

const FEW = 8;

let cards = [];

function keysOnTheirWay() {
  return new Set(unsent().map((answer) => `${answer.deck}/${answer.card}`));
}

// Fetches what comes after the card that is shown. Null when the app does not answer, or when what it said is
// no longer true because something was done meanwhile; else how far the sitting is.
export async function refill(shown, holds) {
  const address = `/review/ahead?besides=${encodeURIComponent(shown)}`;
  try {
    const response = await fetch(address, { headers: { "X-Studyapp-Part": "ahead" } });
    if (!response.ok) return null;
    const found = await response.json();
    if (!holds()) return null;
    useToken(found.token);
    const away = keysOnTheirWay();
    cards = found.cards.filter((card) => !away.has(card.key));
    return found;
  } catch {
    return null;
  }
}

export function take() {
  return cards.shift() ?? null;
}

export function putBack(card) {
  cards.unshift(card);
}

export function first() {
  return cards[0]?.key ?? "";
}

export function isLow() {
  return cards.length < FEW;
}

export function forget(key) {
  cards = cards.filter((card) => card.key !== key);
}
