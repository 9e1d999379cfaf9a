/*
 * preset - the presets that are compiled in, one lead-mapping file each.
 */
#ifndef IMPORT_PRESET_H
#define IMPORT_PRESET_H

extern const char preset_salesforce_json[];
extern const char preset_sfreport_json[];
extern const char preset_hubspot_json[];
extern const char preset_hubspotdeals_json[];
extern const char preset_zoho_json[];
extern const char preset_pipedrive_json[];
extern const char preset_odoo_json[];
extern const char preset_dynamics_json[];
extern const char preset_suitecrm_json[];
extern const char preset_espocrm_json[];
extern const char preset_freshsales_json[];
extern const char preset_meta_json[];
extern const char preset_linkedin_json[];
extern const char preset_googleads_json[];
extern const char preset_mailchimp_json[];
extern const char preset_activecampaign_json[];
extern const char preset_apollo_json[];
extern const char preset_googlecontacts_json[];
extern const char preset_outlook_json[];
extern const char preset_typeform_json[];
extern const char preset_eventbrite_json[];

#endif
