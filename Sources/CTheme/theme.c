// The files of site-templates/, as they are when the program is built, so that the program needs no folder beside it. A test finds a file
// that is not listed here.

#include "theme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char digests_overview_css[] = {
#embed "../../site-templates/digests/overview.css"
};
static const unsigned char digests_overview_html_mustache[] = {
#embed "../../site-templates/digests/overview.html.mustache"
};
static const unsigned char email_labels_de_yml[] = {
#embed "../../site-templates/email/labels.de.yml"
};
static const unsigned char email_labels_en_yml[] = {
#embed "../../site-templates/email/labels.en.yml"
};
static const unsigned char email_message_html_mustache[] = {
#embed "../../site-templates/email/message.html.mustache"
};
static const unsigned char email_message_txt_mustache[] = {
#embed "../../site-templates/email/message.txt.mustache"
};
static const unsigned char email_styles_css[] = {
#embed "../../site-templates/email/styles.css"
};
static const unsigned char site_account_mustache[] = {
#embed "../../site-templates/site/account.mustache"
};
static const unsigned char site_assets_mustache[] = {
#embed "../../site-templates/site/assets.mustache"
};
static const unsigned char site_assets_favicon_svg[] = {
#embed "../../site-templates/site/assets/favicon.svg"
};
static const unsigned char site_assets_search_js[] = {
#embed "../../site-templates/site/assets/search.js"
};
static const unsigned char site_assets_site_css[] = {
#embed "../../site-templates/site/assets/site.css"
};
static const unsigned char site_assets_site_js[] = {
#embed "../../site-templates/site/assets/site.js"
};
static const unsigned char site_assets_theme_js[] = {
#embed "../../site-templates/site/assets/theme.js"
};
static const unsigned char site_due_mustache[] = {
#embed "../../site-templates/site/due.mustache"
};
static const unsigned char site_facts_mustache[] = {
#embed "../../site-templates/site/facts.mustache"
};
static const unsigned char site_groups_mustache[] = {
#embed "../../site-templates/site/groups.mustache"
};
static const unsigned char site_nav_item_mustache[] = {
#embed "../../site-templates/site/nav-item.mustache"
};
static const unsigned char site_news_mustache[] = {
#embed "../../site-templates/site/news.mustache"
};
static const unsigned char site_page_mustache[] = {
#embed "../../site-templates/site/page.mustache"
};
static const unsigned char site_play_mustache[] = {
#embed "../../site-templates/site/play.mustache"
};
static const unsigned char site_print_mustache[] = {
#embed "../../site-templates/site/print.mustache"
};
static const unsigned char site_snippet_mustache[] = {
#embed "../../site-templates/site/snippet.mustache"
};
static const unsigned char site_turn_mustache[] = {
#embed "../../site-templates/site/turn.mustache"
};

#define FILE_OF(path, bytes) {path, bytes, sizeof bytes}

static const struct theme_file files[] = {
    FILE_OF("digests/overview.css", digests_overview_css),
    FILE_OF("digests/overview.html.mustache", digests_overview_html_mustache),
    FILE_OF("email/labels.de.yml", email_labels_de_yml),
    FILE_OF("email/labels.en.yml", email_labels_en_yml),
    FILE_OF("email/message.html.mustache", email_message_html_mustache),
    FILE_OF("email/message.txt.mustache", email_message_txt_mustache),
    FILE_OF("email/styles.css", email_styles_css),
    FILE_OF("site/account.mustache", site_account_mustache),
    FILE_OF("site/assets.mustache", site_assets_mustache),
    FILE_OF("site/assets/favicon.svg", site_assets_favicon_svg),
    FILE_OF("site/assets/search.js", site_assets_search_js),
    FILE_OF("site/assets/site.css", site_assets_site_css),
    FILE_OF("site/assets/site.js", site_assets_site_js),
    FILE_OF("site/assets/theme.js", site_assets_theme_js),
    FILE_OF("site/due.mustache", site_due_mustache),
    FILE_OF("site/facts.mustache", site_facts_mustache),
    FILE_OF("site/groups.mustache", site_groups_mustache),
    FILE_OF("site/nav-item.mustache", site_nav_item_mustache),
    FILE_OF("site/news.mustache", site_news_mustache),
    FILE_OF("site/page.mustache", site_page_mustache),
    FILE_OF("site/play.mustache", site_play_mustache),
    FILE_OF("site/print.mustache", site_print_mustache),
    FILE_OF("site/snippet.mustache", site_snippet_mustache),
    FILE_OF("site/turn.mustache", site_turn_mustache),
};

size_t theme_file_count(void) { return sizeof files / sizeof files[0]; }

struct theme_file theme_file_at(size_t number) { return files[number]; }
