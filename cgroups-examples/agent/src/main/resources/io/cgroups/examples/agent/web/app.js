// Asks once a second, as long as somebody looks, and hands on what it gets.
import * as api from './api.js';
import {Detail} from './detail.js';
import {forgetAnswer, setUpQuota} from './quota.js';
import {Tree} from './tree.js';

const EVERY = 1000;
const element = id => document.getElementById(id);

const detail = new Detail();
const tree = new Tree(element('tree'), select);
let seen = {groups: []};
let timer;

function select(path) {
  const group = seen.groups.find(one => one.path === path);
  if (group === undefined) return;
  if (path !== detail.group) forgetAnswer(group.quota);
  tree.select(path);
  detail.show(path);
  history.replaceState(null, '', '#' + encodeURIComponent(path));
  detail.update(group).catch(lost);
}

/** What a link names, else what is throttled most, else what is busiest of those that do not just sum up others. */
function first(all) {
  const named = all.find(group => '#' + encodeURIComponent(group.path) === location.hash);
  if (named !== undefined) return named.path;
  const groups = all.filter(group => !group.hasChildren);
  const by = key => groups.reduce((best, group) => (group[key] ?? 0) > (best[key] ?? 0) ? group : best);
  const worst = by('throttled');
  return (worst.throttled > 0 ? worst : by('cpu')).path;
}

async function look() {
  clearTimeout(timer);
  if (document.hidden) return;
  try {
    seen = await api.tree();
    show(seen);
    const group = seen.groups.find(one => one.path === detail.group);
    if (group !== undefined) await detail.update(group);
  } catch (failure) {
    lost(failure);
  }
  clearTimeout(timer);
  timer = setTimeout(look, EVERY);
}

function show({groups, cpus, leftOut, problem}) {
  tree.update(groups, cpus);
  // Rates take two looks.
  const known = groups.some(group => group.cpu !== null);
  if (groups.length > 0 && known && !groups.some(group => group.path === detail.group)) {
    select(nearest(detail.group, groups) ?? first(groups));
  }
  status(problem ?? groups.length + (groups.length === 1 ? ' group, ' : ' groups, ') + cpus + ' CPUs', problem !== null);
  notice(groups, leftOut);
}

/** The group above one that is gone. */
function nearest(path, groups) {
  for (let up = path; up !== null && up.includes('/'); ) {
    up = up.slice(0, up.lastIndexOf('/'));
    if (groups.some(group => group.path === up)) return up;
  }
  return null;
}

function notice(groups, leftOut) {
  const words = leftOut > 0
    ? 'At least ' + leftOut + ' more groups are left out; start the agent with a larger --max-groups to see them.'
    : groups.length === 1
      ? 'There are no groups below this one yet. Programs that use control groups make them, and so does the agent when it is '
        + 'started with --demo: groups with busy programs, to see throttling at once.'
      : '';
  element('notice').hidden = words === '';
  element('notice').textContent = words;
}

function lost(failure) {
  status('no answer from the agent, trying again (' + failure.message + ')', true);
}

function status(words, isProblem) {
  const status = element('status');
  if (status.textContent !== words) status.textContent = words;
  status.classList.toggle('problem', isProblem);
}

element('filter').addEventListener('input', event => tree.setFilter(event.target.value));
document.addEventListener('visibilitychange', look);
setUpQuota(() => detail.group);
look();
