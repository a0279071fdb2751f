// Changing the quota of the group that is shown, where the agent allows it.
import * as api from './api.js';

const element = id => document.getElementById(id);

export function setUpQuota(group) {
  element('no-token').hidden = !api.allowsChanges || api.mayChange;
  if (!api.mayChange) return;
  element('quota').hidden = false;
  element('quota').addEventListener('submit', event => {
    event.preventDefault();
    change(group(), element('cpus').valueAsNumber);
  });
  element('unlimited').addEventListener('click', () => change(group(), null));
}

async function change(group, cpus) {
  try {
    say('now ' + await api.setQuota(group, cpus), false);
  } catch (refusal) {
    say(refusal.message, true);
  }
}

/** Of another group nothing was said. */
export function forgetAnswer(quota) {
  say('', false);
  element('cpus').value = quota ?? '';
}

function say(words, isRefusal) {
  element('answer').textContent = words;
  element('answer').classList.toggle('problem', isRefusal);
}
