// <rehearsal-kept-draft key="…" opening="…">: keeps in this browser what somebody types into the fields beside it until it
// is saved or given up, and offers it when the same form is opened anew: after a lost connection, a restart of the server,
// the end of a session. Only what people do counts, not what the server writes into a field. A field is kept if the server
// has named it (data-draft), and known by that name: its label may read otherwise in the next version.
// Passwords are never kept: their kind of field is not among these.

const FIELDS =
  'vaadin-text-field, vaadin-text-area, vaadin-combo-box, vaadin-select, vaadin-radio-group, vaadin-date-time-picker';
const PREFIX = 'rehearsal-typed ';
const FORMER_PREFIX = 'rehearsal-draft '; // of drafts whose fields were known by label
const LONGEST_MILLIS = 30 * 24 * 60 * 60_000;

// Without a store, as some browsers are set up, nothing is kept.
function store(what) {
  try {
    return what(window.localStorage);
  } catch {
    return null;
  }
}

function load(key) {
  return store((kept) => JSON.parse(kept.getItem(PREFIX + key)));
}

function save(key, draft) {
  store((kept) => (draft ? kept.setItem(PREFIX + key, JSON.stringify(draft)) : kept.removeItem(PREFIX + key)));
}

function forgetOld() {
  store((kept) => Object.keys(kept).filter((key) => key.startsWith(FORMER_PREFIX)).forEach((key) => kept.removeItem(key)));
  const keys = store((kept) => Object.keys(kept).filter((key) => key.startsWith(PREFIX))) ?? [];
  keys
    .map((key) => key.substring(PREFIX.length))
    .filter((key) => !(Date.now() - Date.parse(load(key)?.at) < LONGEST_MILLIS))
    .forEach((key) => save(key, null));
}

function isEmpty(fields) {
  return Object.keys(fields).length === 0;
}

function nameOf(field) {
  return field.dataset.draft;
}

function labelOf(field) {
  return field.label || field.accessibleName || field.getAttribute('aria-label');
}

// Of a combo box its value is a key that only the page knows; what stands in it is what was typed or chosen.
function read(field) {
  return field.localName === 'vaadin-combo-box' ? field.inputElement.value : field.value;
}

// The events are those that tell the server.
function write(field, value) {
  if (field.localName === 'vaadin-combo-box' && value !== '') {
    field.dispatchEvent(new CustomEvent('custom-value-set', { detail: value, bubbles: true }));
  } else {
    field.value = value;
    field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }
}

class KeptDraft extends HTMLElement {
  static observedAttributes = ['key', 'opening'];

  static forget(key) {
    save(key, null);
    for (const draft of document.querySelectorAll('rehearsal-kept-draft')) {
      if (draft.key === key) {
        draft.begin();
      }
    }
  }

  constructor() {
    super();
    this.appearing = new MutationObserver(() => this.fill());
    this.addEventListener('click', (event) => this.onClick(event.target.closest('[data-do]')?.dataset.do));
  }

  get key() {
    return this.getAttribute('key');
  }

  connectedCallback() {
    this.begin();
  }

  disconnectedCallback() {
    this.end();
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.begin();
    }
  }

  begin() {
    this.end();
    forgetOld();
    this.given = {}; // by the server
    this.typed = {};
    this.waiting = {}; // to be put into fields that are not there yet
    const kept = load(this.key);
    this.offered = kept?.fields ?? {};
    this.labels = kept?.labels ?? {}; // as they read when it was typed
    this.form = this.parentElement;
    ['focusin', 'input', 'change'].forEach((event) => this.form.addEventListener(event, this));
    this.show();
  }

  end() {
    this.appearing.disconnect();
    ['focusin', 'input', 'change'].forEach((event) => this.form?.removeEventListener(event, this));
  }

  handleEvent(event) {
    const field = event.target.closest(FIELDS);
    const name = field && nameOf(field);
    if (!name) {
      return;
    }
    if (event.type === 'focusin') {
      this.given[name] ??= read(field);
    } else {
      this.labels[name] = labelOf(field);
      this.note(name, read(field));
    }
  }

  note(name, value) {
    if (value === this.given[name]) {
      delete this.typed[name];
    } else {
      this.typed[name] = value;
    }
    this.keep();
  }

  keep() {
    const fields = { ...this.offered, ...this.typed };
    save(this.key, isEmpty(fields) ? null : { at: new Date().toISOString(), fields, labels: this.labels });
  }

  onClick(what) {
    if (what === 'take-back') {
      this.takeBack();
    } else if (what === 'forget') {
      this.offered = {};
      this.keep();
      this.show();
      this.form.querySelector(FIELDS)?.focus();
    }
  }

  // What was typed since into the same field is newer, and stays.
  takeBack() {
    this.waiting = Object.fromEntries(Object.entries(this.offered).filter(([name]) => !(name in this.typed)));
    this.typed = { ...this.offered, ...this.typed };
    this.offered = {};
    this.show();
    this.appearing.observe(this.form, { childList: true, subtree: true, attributes: true });
    this.fill()?.focus();
  }

  // Some fields appear only once the server has heard what is in others.
  fill() {
    const filled = [...this.form.querySelectorAll(FIELDS)].filter(
      (field) => nameOf(field) in this.waiting && !field.disabled && !field.closest('[hidden]'),
    );
    for (const field of filled) {
      const name = nameOf(field);
      const value = this.waiting[name];
      delete this.waiting[name];
      this.given[name] ??= read(field);
      write(field, value);
    }
    if (isEmpty(this.waiting)) {
      this.appearing.disconnect();
    }
    return filled[0];
  }

  show() {
    const offers = !isEmpty(this.offered);
    this.toggleAttribute('offers', offers);
    const when = document.createElement('rehearsal-moment');
    when.setAttribute('form', 'date');
    when.setAttribute('datetime', load(this.key)?.at ?? '');
    const names = Object.keys(this.offered)
      .map((name) => this.labels[name] ?? name)
      .join(', ');
    this.querySelector('[data-part="typed"]')?.replaceChildren(...(offers ? [names, ' · ', when] : []));
  }
}

customElements.define('rehearsal-kept-draft', KeptDraft);
