/** Shows a paper as the service composed it: the same blocks that its files are made of. */
import { html } from '../../lib/html.js';

/** @param {{title: string, subtitle: string, facts: object[], blocks: object[], invented: boolean}} paper */
export function paperPreview(paper, t) {
  return html`
    <article class="paper" lang="${paper.language}" aria-label="${t('documents.preview')}">
      <h3 class="paper__title">${paper.title}</h3>
      ${paper.subtitle && html`<p class="paper__subtitle">${paper.subtitle}</p>`}
      ${paper.invented && html`<p class="paper__note"><strong>${t('documents.invented')}</strong></p>`}
      <dl class="paper__facts">${paper.facts.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      ${paper.blocks.map((block, at) => shown(block, at))}
    </article>`;
}

function shown(block, at) {
  switch (block.type) {
    case 'heading':
      return block.rank === 2 ? html`<h4 class="paper__heading">${block.text}</h4>` : html`<h5 class="paper__heading">${block.text}</h5>`;
    case 'text':
      return html`<p class="paper__text">${block.text}</p>`;
    case 'note':
      return html`<p class="paper__note">${block.text}</p>`;
    case 'bullets':
      return html`<ul class="paper__list">${block.lines.map((line) => html`<li>${line}</li>`)}</ul>`;
    case 'table':
      return table(block, at);
    case 'picture':
      return html`<figure class="paper__figure"><img src="${block.image}" alt="${block.alternative}">${block.caption && html`<figcaption>${block.caption}</figcaption>`}</figure>`;
    case 'method':
      return html`<details class="paper__method"><summary>${block.title}</summary><p>${block.text}</p></details>`;
    default:
      return null;
  }
}

function table({ caption, columns, rows, note }, at) {
  const cell = (text, column, i) => (i === 0 ? html`<th scope="row">${text}</th>` : html`<td class="${columns[i].number ? 'table__number' : ''}">${text}</td>`);
  return html`
    <div class="table-scroll" tabindex="0" role="region" aria-label="${caption}" id="paper-table-${at}">
      <table class="table table--wordy">
        <caption class="paper__caption">${caption}</caption>
        <thead><tr>${columns.map(({ heading, number }) => html`<th scope="col" class="${number ? 'table__number' : ''}">${heading}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${row.map((text, i) => cell(text, columns[i], i))}</tr>`)}</tbody>
      </table>
    </div>
    ${note && html`<p class="muted">${note}</p>`}`;
}
