// <rehearsal-key-list>: j and k, or the arrows within it, go along its [data-key-item]s; s presses the one [data-key="s"]
// of the page. Keys that are typed into a field, or while a dialog asks something, are left alone.

function isTyping(event) {
  return event
    .composedPath()
    .some((node) => node.matches?.('input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"], [role="alertdialog"]'));
}

function dialogIsOpen() {
  return document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]') !== null;
}

class KeyList extends HTMLElement {
  connectedCallback() {
    this.listener = (event) => this.onKey(event);
    document.addEventListener('keydown', this.listener);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.listener);
  }

  onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event) || dialogIsOpen()) {
      return;
    }
    const inside = this.contains(document.activeElement);
    if (event.key === 'j' || (inside && event.key === 'ArrowDown')) {
      this.move(1);
    } else if (event.key === 'k' || (inside && event.key === 'ArrowUp')) {
      this.move(-1);
    } else if (event.key === 's' && !event.repeat) {
      const pressed = document.querySelectorAll('[data-key="s"]:not([disabled])');
      if (pressed.length !== 1) {
        return;
      }
      pressed[0].click();
    } else {
      return;
    }
    event.preventDefault();
  }

  move(step) {
    const items = [...this.querySelectorAll('[data-key-item]')];
    const focused = items.indexOf(document.activeElement);
    const from = focused >= 0 ? focused : items.findIndex((item) => item.hasAttribute('aria-current'));
    const next = from < 0 ? (step > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, from + step));
    items[next]?.focus();
  }
}

customElements.define('rehearsal-key-list', KeyList);
