-- change type of users.settings to native(json)

-- and back: change type of users.settings to jsonb
