// <rehearsal-moment datetime="…" form="date|due">: a time with its zone, in the zone of whoever looks.
// Written in a shadow root, so that the server keeps the text inside for browsers without scripts.

const LANGUAGE = 'en-GB';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const clock = new Intl.DateTimeFormat(LANGUAGE, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
const date = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const dateThisYear = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'short', day: 'numeric', month: 'short' });

function midnight(time) {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate());
}

function day(time, now) {
  switch (Math.round((midnight(time) - midnight(now)) / DAY)) {
    case -1:
      return 'yesterday';
    case 0:
      return 'today';
    case 1:
      return 'tomorrow';
    default:
      return (time.getFullYear() === now.getFullYear() ? dateThisYear : date).format(time).replace(',', '');
  }
}

function length(milliseconds) {
  const minutes = Math.round(milliseconds / MINUTE);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 1) {
    return `${days} days`;
  }
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

function distance(time, now) {
  const milliseconds = time - now;
  if (Math.abs(milliseconds) < MINUTE / 2) {
    return 'now';
  }
  return milliseconds > 0 ? `in ${length(milliseconds)}` : `${length(-milliseconds)} ago`;
}

class Moment extends HTMLElement {
  static observedAttributes = ['datetime', 'form'];

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback() {
    this.timer = setInterval(() => this.show(), MINUTE / 4);
    this.show();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  attributeChangedCallback() {
    this.show();
  }

  show() {
    const time = new Date(this.getAttribute('datetime'));
    if (Number.isNaN(time.getTime())) {
      return;
    }
    const now = new Date();
    const text =
      this.getAttribute('form') === 'due'
        ? `${day(time, now)} ${clock.format(time)} · ${distance(time, now)}`
        : `${date.format(time).replace(',', '')}, ${clock.format(time)}`;
    if (this.shadowRoot.textContent !== text) {
      this.shadowRoot.textContent = text;
      this.title = time.toISOString();
    }
  }
}

customElements.define('rehearsal-moment', Moment);
