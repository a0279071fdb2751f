// The tree of groups: a row each, whose elements stay while the group lives, so that neither focus nor scrolling jumps.
import {memory, percent} from './format.js';

/** More groups than this begin folded. */
const OPEN_AT_ONCE = 60;

export class Tree {
  constructor(element, onSelect) {
    this.element = element;
    this.onSelect = onSelect;
    this.rows = new Map();
    this.folded = new Map();
    this.groups = [];
    this.shown = [];
    this.filter = '';
    this.selected = null;
    element.addEventListener('keydown', event => this.onKey(event));
    element.addEventListener('click', event => this.onClick(event));
  }

  /** Shows groups, which come in the order of the tree. */
  update(groups, cpus) {
    this.groups = groups;
    this.cpus = cpus;
    groups.forEach((group, index) => {
      const next = groups[index + 1];
      group.parent = parentOf(group.path);
      group.hasChildren = next !== undefined && next.depth > group.depth;
      if (!this.folded.has(group.path)) this.folded.set(group.path, group.depth > 0 && groups.length > OPEN_AT_ONCE);
    });
    this.render();
  }

  setFilter(text) {
    this.filter = text.trim().toLowerCase();
    this.render();
  }

  select(path) {
    this.selected = path;
    // Whatever folds it away opens, as it may come from a link.
    for (let parent = parentOf(path); parent !== null; parent = parentOf(parent)) this.folded.set(parent, false);
    this.render();
  }

  visible() {
    if (this.filter !== '') {
      const wanted = new Set();
      for (const group of this.groups) {
        if (!group.path.toLowerCase().includes(this.filter)) continue;
        for (let path = group.path; path !== null; path = this.parents.get(path) ?? null) wanted.add(path);
      }
      return this.groups.filter(group => wanted.has(group.path));
    }
    const hidden = new Set();
    return this.groups.filter(group => {
      if (group.parent !== null && (hidden.has(group.parent) || this.folded.get(group.parent))) {
        hidden.add(group.path);
        return false;
      }
      return true;
    });
  }

  render() {
    this.parents = new Map(this.groups.map(group => [group.path, group.parent]));
    this.shown = this.visible();
    const hadFocus = this.element.contains(document.activeElement);
    const paths = new Set(this.shown.map(group => group.path));
    for (const [path, row] of this.rows) {
      if (!paths.has(path)) {
        row.remove();
        this.rows.delete(path);
      }
    }
    const siblings = new Map();
    for (const group of this.shown) {
      siblings.set(group.parent, (siblings.get(group.parent) ?? 0) + 1);
    }
    const places = new Map();
    let expected = this.element.firstElementChild;
    for (const group of this.shown) {
      const row = this.rows.get(group.path) ?? this.add(group);
      if (row === expected) expected = row.nextElementSibling;
      else this.element.insertBefore(row, expected);
      places.set(group.parent, (places.get(group.parent) ?? 0) + 1);
      set(row, 'aria-posinset', places.get(group.parent));
      set(row, 'aria-setsize', siblings.get(group.parent));
      this.fill(row, group);
    }
    this.giveFocusTo(this.shown.find(group => group.path === this.selected) ?? this.shown[0], hadFocus);
  }

  /** One row is reached with the tab key: the selected one, else the first. */
  giveFocusTo(target, now) {
    for (const group of this.shown) {
      set(this.rows.get(group.path), 'tabindex', group === target ? '0' : '-1');
    }
    if (now && target && !this.element.contains(document.activeElement)) this.rows.get(target.path).focus();
  }

  add(group) {
    const row = document.createElement('div');
    row.className = 'row';
    row.setAttribute('role', 'treeitem');
    row.setAttribute('aria-level', group.depth + 1);
    row.dataset.path = group.path;
    row.style.setProperty('--depth', group.depth);
    row.innerHTML = '<span class="name"><span class="twisty" aria-hidden="true"></span><span class="label"></span></span>'
      + '<span class="cpu"><span class="bar" aria-hidden="true"><span></span></span><span class="sr">CPU </span><b></b></span>'
      + '<span class="throttled"><span class="sr">throttled </span><b></b></span>'
      + '<span class="memory"><span class="sr">memory </span><b></b></span>'
      + '<span class="pressure"><span class="sr">pressure </span><b></b></span>';
    // As text: what others call their groups is never markup.
    row.querySelector('.label').textContent = group.name;
    row.querySelector('.label').title = group.path;
    this.rows.set(group.path, row);
    return row;
  }

  fill(row, group) {
    if (group.hasChildren) set(row, 'aria-expanded', String(this.filter !== '' || !this.folded.get(group.path)));
    else row.removeAttribute('aria-expanded');
    set(row, 'aria-selected', String(group.path === this.selected));
    row.classList.toggle('has-problem', group.problem !== null);
    row.title = group.problem ?? '';
    text(row, '.cpu b', percent(group.cpu));
    text(row, '.throttled b', group.throttled > 0 ? '▲ ' + percent(group.throttled) : percent(group.throttled));
    text(row, '.memory b', memory(group.memory, group.memoryLimit));
    text(row, '.pressure b', percent(group.pressure));
    row.querySelector('.throttled').classList.toggle('alarm', group.throttled > 0);
    const of = group.quota ?? this.cpus;
    row.querySelector('.bar span').style.width = Math.min(100, ((group.cpu ?? 0) / of) * 100) + '%';
  }

  onClick(event) {
    const row = event.target.closest('.row');
    if (row === null) return;
    if (event.target.closest('.twisty')) this.fold(row.dataset.path, !this.folded.get(row.dataset.path));
    this.goTo(row.dataset.path);
  }

  onKey(event) {
    const at = this.shown.findIndex(group => this.rows.get(group.path) === document.activeElement);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const group = this.shown[at];
    const open = group.hasChildren && !this.folded.get(group.path);
    const actions = {
      ArrowDown: () => this.goTo(this.shown[at + 1]?.path),
      ArrowUp: () => this.goTo(this.shown[at - 1]?.path),
      Home: () => this.goTo(this.shown[0].path),
      End: () => this.goTo(this.shown[this.shown.length - 1].path),
      ArrowRight: () => open ? this.goTo(this.shown[at + 1]?.path) : this.fold(group.path, false),
      ArrowLeft: () => open ? this.fold(group.path, true) : this.goTo(group.parent),
      Enter: () => this.goTo(group.path),
      ' ': () => this.fold(group.path, open),
    };
    if (!(event.key in actions)) return;
    event.preventDefault();
    actions[event.key]();
  }

  fold(path, folded) {
    if (!this.groups.some(group => group.path === path && group.hasChildren)) return;
    this.folded.set(path, folded);
    // What is selected stays in sight.
    if (folded && this.selected !== null && this.selected !== path && isBelow(this.selected, path)) this.goTo(path);
    this.render();
  }

  goTo(path) {
    if (path === undefined || path === null) return;
    this.onSelect(path);
    this.rows.get(path)?.focus();
  }
}

function isBelow(path, parent) {
  return parent === '/' || path.startsWith(parent + '/');
}

function parentOf(path) {
  if (path === '/') return null;
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '/';
}

function set(element, attribute, value) {
  if (element.getAttribute(attribute) !== String(value)) element.setAttribute(attribute, value);
}

function text(row, selector, value) {
  const element = row.querySelector(selector);
  if (element.textContent !== value) element.textContent = value;
}
