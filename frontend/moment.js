// <rehearsal-moment datetime="…" form="date|exact|due" hours-ahead="in {0} h {1} min" hours-ago="…" minutes-ahead="…"
// minutes-ago="…">: a time with its zone, in the zone and the language of whoever looks. The browser itself knows how to
// say days, or hours, in its language; hours with minutes it does not, so these come as attributes.
// Written in a shadow root, so that the server keeps the text inside for browsers without scripts.

const LANGUAGES = navigator.languages;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

// What is further away is not told as exactly.
const HOURS_WITH_MINUTES = 10;
const HOURS_WITHOUT_DAYS = 36;

// Hours up to 24 in every language: the same as in the fields where times are entered.
const clock = new Intl.DateTimeFormat(LANGUAGES, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
});
const exactClock = new Intl.DateTimeFormat(LANGUAGES, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
});
const date = new Intl.DateTimeFormat(LANGUAGES, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const dateThisYear = new Intl.DateTimeFormat(LANGUAGES, { weekday: 'short', day: 'numeric', month: 'short' });
const named = new Intl.RelativeTimeFormat(LANGUAGES, { numeric: 'auto' });
const counted = new Intl.RelativeTimeFormat(LANGUAGES, { numeric: 'always' });

function midnight(time) {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate());
}

function day(time, now) {
  const days = Math.round((midnight(time) - midnight(now)) / DAY);
  if (Math.abs(days) <= 1) {
    return named.format(days, 'day');
  }
  return (time.getFullYear() === now.getFullYear() ? dateThisYear : date).format(time).replace(',', '');
}

class Moment extends HTMLElement {
  static observedAttributes = ['datetime', 'form', 'hours-ahead', 'hours-ago', 'minutes-ahead', 'minutes-ago'];

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

  distance(time, now) {
    const milliseconds = time - now;
    if (Math.abs(milliseconds) < MINUTE / 2) {
      return named.format(0, 'second');
    }
    const minutes = Math.round(Math.abs(milliseconds) / MINUTE);
    const hours = Math.floor(minutes / 60);
    const sign = Math.sign(milliseconds);
    if (hours >= HOURS_WITHOUT_DAYS) {
      return counted.format(sign * Math.round(minutes / 60 / 24), 'day');
    }
    if (hours >= HOURS_WITH_MINUTES) {
      return counted.format(sign * Math.round(minutes / 60), 'hour');
    }
    const direction = sign > 0 ? 'ahead' : 'ago';
    return hours > 0
      ? this.words(`hours-${direction}`, hours, minutes % 60)
      : this.words(`minutes-${direction}`, minutes);
  }

  words(attribute, ...numbers) {
    return (this.getAttribute(attribute) ?? '').replace(/\{(\d)\}/g, (place, index) => numbers[index]);
  }

  show() {
    const time = new Date(this.getAttribute('datetime'));
    if (Number.isNaN(time.getTime())) {
      return;
    }
    const now = new Date();
    const form = this.getAttribute('form');
    const text =
      form === 'due'
        ? `${day(time, now)} ${clock.format(time)} · ${this.distance(time, now)}`
        : `${date.format(time).replace(',', '')}, ${(form === 'exact' ? exactClock : clock).format(time)}`;
    if (this.shadowRoot.textContent !== text) {
      this.shadowRoot.textContent = text;
      this.title = time.toISOString();
    }
  }
}

customElements.define('rehearsal-moment', Moment);
