// <rehearsal-search for="…">: the arrows go along its options while the focus stays in its field, Enter opens the chosen
// one. Whenever others are found the first one is chosen. An Enter that comes before what is found for the text waits.

// What is typed between the key that opens the dialog and the dialog itself, which comes from the server; null when
// nothing is waited for. Until the dialog has taken it over, keys come here even if its field has the focus already: a
// busy browser hands out several keys before it does anything else.
let early = null;

const LONGEST_WAIT_MILLIS = 10000;

function isPlain(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}

function openField() {
  const search = document.querySelector('rehearsal-search');
  return search?.closest('vaadin-dialog')?.opened ? search.input : null;
}

function begin() {
  const begun = { text: '', entered: false };
  early = begun;
  setTimeout(() => {
    if (early === begun) {
      early = null;
    }
  }, LONGEST_WAIT_MILLIS);
}

function keep(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    const open = openField();
    if (!open) {
      begin();
    } else if (early === null) {
      open.focus();
    }
  } else if (early !== null && isPlain(event)) {
    if (event.key.length === 1) {
      early.text += event.key;
    } else if (event.key === 'Backspace') {
      early.text = early.text.slice(0, -1);
    } else if (event.key === 'Enter') {
      early.entered = true;
    } else if (event.key === 'Escape') {
      early = null;
      return;
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

document.addEventListener('keydown', keep, true);

class Search extends HTMLElement {
  connectedCallback() {
    this.typed = false;
    this.onInput = () => (this.typed = true);
    this.addEventListener('input', this.onInput);
    this.onFocus = () => {
      // What was searched for last is typed over at once; what is typed now is not, though the focus may come again, late.
      queueMicrotask(() => (this.typed ? this.toEnd() : this.input?.select()));
      setTimeout(() => this.takeOver());
    };
    this.addEventListener('focusin', this.onFocus);
    this.onKey = (event) => this.key(event);
    this.addEventListener('keydown', this.onKey, true);
    this.found = new MutationObserver(() => this.onFound());
    this.found.observe(this, { childList: true, subtree: true, attributes: true, attributeFilter: ['for'] });
    this.onFound();
  }

  disconnectedCallback() {
    this.removeEventListener('input', this.onInput);
    this.removeEventListener('focusin', this.onFocus);
    this.removeEventListener('keydown', this.onKey, true);
    this.found.disconnect();
    this.entered = false;
  }

  toEnd() {
    const length = this.input.value.length;
    this.input.setSelectionRange(length, length);
  }

  takeOver() {
    const typed = early;
    early = null;
    if (!this.input) {
      return;
    }
    if (typed?.text) {
      this.input.value = typed.text;
      this.toEnd();
      this.input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
    // Also where the text came another way than by keys, as by pasting it.
    if (typed?.entered) {
      this.enter();
    }
  }

  get options() {
    return [...this.querySelectorAll('[role="option"]')];
  }

  get input() {
    return this.querySelector('input');
  }

  get isCurrent() {
    return this.getAttribute('for') === this.input?.value;
  }

  key(event) {
    const chosen = this.options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown') {
      this.choose(chosen + 1);
    } else if (event.key === 'ArrowUp') {
      this.choose(chosen - 1);
    } else if (event.key === 'Enter') {
      this.enter();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  enter() {
    this.entered = !this.isCurrent;
    if (this.isCurrent) {
      this.options.find((option) => option.getAttribute('aria-selected') === 'true')?.click();
    }
  }

  onFound() {
    this.choose(0);
    if (this.entered && this.isCurrent) {
      this.entered = false;
      // A link that is followed while the server's answer is still being worked in leads nowhere.
      setTimeout(() => this.enter());
    }
  }

  choose(wanted) {
    const options = this.options;
    const at = options.length === 0 ? -1 : (wanted + options.length) % options.length;
    options.forEach((option, index) => {
      option.id = `search-option-${index}`;
      option.setAttribute('aria-selected', String(index === at));
    });
    const input = this.input;
    if (!input) {
      return;
    }
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-controls', 'search-results');
    input.setAttribute('aria-expanded', String(at >= 0));
    if (at < 0) {
      input.removeAttribute('aria-activedescendant');
    } else {
      input.setAttribute('aria-activedescendant', options[at].id);
      options[at].scrollIntoView({ block: 'nearest' });
    }
  }
}

customElements.define('rehearsal-search', Search);
