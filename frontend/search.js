// <rehearsal-search for="…">: the arrows go along its options while the focus stays in its field, Enter opens the chosen
// one. Whenever others are found the first one is chosen. An Enter that comes before what is found for the text waits.


// What is typed between the key that opens the dialog and the dialog itself, which comes from the server; null when
// nothing is waited for.
let early = null;

const LONGEST_WAIT_MILLIS = 3000;

function isPlain(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}

function keep(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    early = '';
    setTimeout(() => (early = null), LONGEST_WAIT_MILLIS);
  } else if (early !== null && isPlain(event) && event.key.length === 1) {
    early += event.key;
    event.preventDefault();
    event.stopPropagation();
  }
}

document.addEventListener('keydown', keep, true);

class Search extends HTMLElement {
  connectedCallback() {
    this.onFocus = () => setTimeout(() => this.takeOver());
    this.addEventListener('focusin', this.onFocus);
    this.onKey = (event) => this.key(event);
    this.addEventListener('keydown', this.onKey, true);
    this.found = new MutationObserver(() => this.onFound());
    this.found.observe(this, { childList: true, subtree: true, attributes: true, attributeFilter: ['for'] });
    this.onFound();
  }

  disconnectedCallback() {
    this.removeEventListener('focusin', this.onFocus);
    this.removeEventListener('keydown', this.onKey, true);
    this.found.disconnect();
    this.entered = false;
  }

  takeOver() {
    const typed = early;
    early = null;
    if (typed && this.input) {
      this.input.value = typed;
      this.input.setSelectionRange(typed.length, typed.length);
      this.input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
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
