package check

import "strings"

// built are the rules of the build, so that authors can name them too. Rules are
// variables of the packages that find the mistake; a test holds that this list has
// them all.
var built = strings.Fields(`
	address-kept address-taken agreement-private agreement-signers alias-form alias-taken asset-alt
	asset-consent asset-expired asset-file asset-licence callout-unknown check-ins-question
	check-ins-starts check-ins-times check-level check-number check-rule check-setting check-shape check-words
	checklist-empty chooser-question comment-open config-accent config-base-path config-contact-email
	config-contact-name config-contact-phone config-id config-id-double config-id-form config-language
	config-language-double config-language-none config-network-checked config-network-count
	config-network-size config-secret config-section-deep config-section-double config-section-folder
	config-url config-words-language contact-unknown content-type content-type-answers
	content-type-answers-within content-type-approves content-type-checklist content-type-do
	content-type-dont content-type-own-words content-type-share control-character date-form date-unreal
	download-title encoding event-order event-starts event-where fence-open field-misspelt field-number
	field-parts field-text field-unknown field-value field-yes-no figure-label figure-source
	figure-value figure-year figures-chart figures-column figures-data figures-none figures-number
	figures-rows figures-series footnote-missing footnote-unused front-foreign handbook-empty
	heading-empty id-double kind-unknown link-ambiguous link-anchor link-bare link-broken link-case
	link-draft link-empty link-field link-outside link-scheme link-text link-wiki material-name
	meta-bracket-open meta-colon meta-duplicate meta-encoding meta-escape meta-field-name
	meta-file-too-large meta-indent meta-json meta-no-colon meta-not-closed meta-not-fields
	meta-quote-open meta-quote-text meta-second-part meta-special-character meta-tab meta-toml
	meta-too-deep meta-too-long meta-too-much meta-unreadable network-unknown number-low
	page-too-complex page-too-deep page-too-large page-unreadable person-alt person-department
	person-role picture-alt picture-broken picture-format picture-large picture-outside picture-scheme
	policy-change-date policy-change-order policy-change-text policy-change-version policy-owner
	policy-review-by policy-reviewed policy-version post-braces post-empty post-field post-long
	post-network post-type profile-link profile-network question-label question-options
	question-options-unused question-range question-type questions-none quiz-all-right quiz-answer
	quiz-choice quiz-explain quiz-question raw-html review-order review-past share-openers share-order
	share-past share-type share-until source-link-broken source-link-loop source-link-outside
	source-name source-not-a-file survey-send-to table-row table-too-long table-too-wide task-box
	task-empty task-without-box theme-accent theme-asset theme-colour theme-contrast theme-empty
	theme-file-large theme-inline theme-language theme-layout theme-message-missing
	theme-message-unknown theme-messages theme-script theme-style theme-template theme-template-field
	theme-template-fill theme-template-function theme-template-part theme-template-unclosed
	theme-template-unsafe toolkit-downloads toolkit-materials toolkit-pack-large toolkit-pictures
	toolkit-posts toolkit-type toolkit-words training-pass-mark`)
